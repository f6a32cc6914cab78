// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;

/** JSON that cannot be read. The message has the kind of problem and its place, but nothing of the content. */
public final class UnreadableJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    private UnreadableJsonException(String trouble) {
        super("The JSON " + trouble);
    }

    /** Jackson's own exception is not kept as the cause, because its message quotes the content. */
    static UnreadableJsonException of(JsonProcessingException e) {
        return new UnreadableJsonException(trouble(e) + place(e.getLocation()));
    }

    static UnreadableJsonException ofEncoding(IOException e) {
        return new UnreadableJsonException(
                e instanceof CharConversionException
                        ? "is not encoded in UTF-8, UTF-16 or UTF-32"
                        : "is not in the charset that was named");
    }

    static UnreadableJsonException goesOn(JsonLocation where) {
        return new UnreadableJsonException("goes on after its end" + place(where));
    }

    private static String trouble(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "exceeds a limit of Jackson's StreamReadConstraints";
        }
        // Jackson has a class of its own for only some of the ways to be cut off, and none for a wrong encoding
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
            return "is cut off";
        }
        return message.startsWith("Invalid UTF-8") ? "is not encoded in UTF-8" : "is not valid";
    }

    private static String place(JsonLocation where) {
        return where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    }
}
