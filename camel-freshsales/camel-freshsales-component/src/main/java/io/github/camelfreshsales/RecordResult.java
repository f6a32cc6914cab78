// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.io.Serializable;
import java.util.List;

/**
 * The result of one record of many.
 *
 * @param index      the place of the record in the input, from 0
 * @param outcome    whether Freshsales stored it
 * @param identifier the value that identifies the record: what it was matched by, or else its id, name or title; without these
 *     the id from Freshsales; null if there is none
 * @param record     the record as Freshsales has it now, or null
 * @param error      what went wrong, or null
 */
public record RecordResult(int index, Outcome outcome, Object identifier, Object record, Error error)
        implements Serializable {

    /** The outcome of a record. */
    public enum Outcome {
        /** Freshsales has confirmed the record. */
        SUCCEEDED,
        /** Freshsales refused the record, or the component did not send it. */
        FAILED,
        /** Freshsales may or may not have stored the record: search for it before you send it again. */
        UNKNOWN,
        /** `skipUnchanged` left out the record, since it has not changed since it was last sent. */
        UNCHANGED
    }

    /**
     * Why a record failed.
     *
     * @param status   the HTTP status, or 0 without a response
     * @param code     the vendor's error code, or null
     * @param messages the messages of Freshsales, or our own if the record could not be sent
     */
    public record Error(int status, String code, List<String> messages) implements Serializable {

        public Error {
            messages = List.copyOf(messages);
        }
    }
}
