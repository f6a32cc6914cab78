// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.RecordResult;
import java.time.Duration;

/** Learns what happens between an account and the service, once it has happened. Called by the threads of the calls. */
public interface TrafficObserver {

    /** For those who want to know nothing. */
    TrafficObserver NONE = new TrafficObserver() {};

    /**
     * A request has ended.
     *
     * @param status   the status of the response, or 0 when there was none
     * @param readable whether a response came that could be read, and that was no page for people
     * @param nanos    how long it took
     */
    default void requestEnded(Purpose purpose, int status, boolean readable, long nanos) {}

    /** A call has ended that took so many requests more than one. */
    default void retried(Purpose purpose, int times) {}

    /** A call has ended that waited. */
    default void waited(WaitTimes waits) {}

    /** It is known what became of a record of many. */
    default void recordEnded(Purpose purpose, RecordResult.Outcome outcome) {}

    /**
     * Nobody waits for a bulk job any more.
     *
     * @param finished whether it has ended, as opposed to the wait for it
     * @param age      since it was accepted
     */
    default void jobEnded(Purpose purpose, boolean finished, Duration age) {}
}
