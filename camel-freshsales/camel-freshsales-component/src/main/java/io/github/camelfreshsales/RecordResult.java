// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.io.Serializable;
import java.util.List;

/**
 * What became of one record of many.
 *
 * @param index      the place of the record in the input, from 0
 * @param outcome    whether it reached Freshsales
 * @param identifier what the record was matched by, else its own id, name or title, whatever became of it; of one that has
 *     none of these the id that Freshsales gave it; null when there is nothing
 * @param record     the record as Freshsales has it now, or null
 * @param error      what went wrong, or null
 */
public record RecordResult(int index, Outcome outcome, Object identifier, Object record, Error error)
        implements Serializable {

    /** The fate of a record. */
    public enum Outcome {
        /** Freshsales confirmed it. */
        SUCCEEDED,
        /** Freshsales refused it, or it was never sent. */
        FAILED,
        /** It may or may not have been stored: look before sending it again. */
        UNKNOWN,
        /** It was left out by `skipUnchanged`, since it is as it was when it was sent last. */
        UNCHANGED
    }

    /**
     * Why a record failed.
     *
     * @param status   the HTTP status, or 0 when there was no answer
     * @param code     the vendor's error code, or null
     * @param messages the vendor's own words, or ours when the record could not be sent
     */
    public record Error(int status, String code, List<String> messages) implements Serializable {

        public Error {
            messages = List.copyOf(messages);
        }
    }
}
