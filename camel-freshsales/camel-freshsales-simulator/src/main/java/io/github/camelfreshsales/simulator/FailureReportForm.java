// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

/** How a finished job reports an item that failed. Nobody has described the real form, so a client should bear them all. */
public enum FailureReportForm {
    /** {@code {"emails":"lee@example.test","errors":{"code":400,"message":["…"]}}} */
    IDENTIFIER_AND_ERRORS,
    /** {@code {"index":0,"message":"…"}}, counted from 0 in the call */
    INDEX_AND_MESSAGE,
    /** {@code {"record":{…},"errors":["…"]}} with the item's {@code data} */
    RECORD_AND_ERRORS,
    /** {@code "lee@example.test: …"} */
    PLAIN_TEXT,
    /** An empty list, although {@code failed} is not 0. */
    EMPTY_LIST,
    /** No {@code detailed_failure_report} at all. */
    ABSENT
}
