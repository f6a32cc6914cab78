// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** How the body of a request is serialised. */
public enum ContentFormat {

    /**
     * A JSON object, or a JSON array of many records. Numbers keep all their digits and keys their order. This is what
     * the service expects everywhere, except where a file is uploaded.
     */
    json("application/json"),

    /**
     * An XML document in UTF-8. The root element is the key of the resource, or {@code record} when it has none; many
     * records stand under its plural, or {@code records}. A list becomes repeated elements, a null an empty element. A
     * key that is no XML name, and text that XML 1.0 cannot carry, are refused.
     */
    xml("application/xml"),

    /**
     * A header row and a row for each record, separated by commas, in UTF-8 with lines that end in CR LF. Nested keys
     * are joined by dots and lists by {@code ;}, an object inside a list stands there as JSON. The columns are all keys
     * in the order in which they are first seen, so many records are held in memory until the last one is known. There
     * is no wrapper around a record; null is an empty cell. Values are written as they are, so a spreadsheet may take
     * text that begins with {@code =} for a formula.
     */
    csv("text/csv"),

    /**
     * A form, as a browser sends it: {@code contact[first_name]=Jane}, percent-encoded in UTF-8. Lists are written as
     * {@code key[]=}, a null as {@code key=}, many records as {@code contacts[][first_name]=}; an empty list or object
     * leaves no trace. Objects in a list are told apart by their first field, so each of them must begin with a field
     * that the one before has as well.
     */
    form("application/x-www-form-urlencoded"),

    /**
     * Fields and files, as a browser uploads them. The fields have the names that {@code form} gives them; bytes,
     * files, streams and {@code FilePart} values become file parts, which are read while they are sent.
     */
    multipart("multipart/form-data"),

    /** The body's bytes as they are: text, bytes, a file, a stream or a reader. */
    raw("application/octet-stream");

    private final String mediaType;

    ContentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The Content-Type that goes with the format, unless another one is asked for. */
    public String mediaType() {
        return mediaType;
    }
}
