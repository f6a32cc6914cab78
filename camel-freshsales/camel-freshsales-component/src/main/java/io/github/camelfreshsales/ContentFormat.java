// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** How to serialize the body of a request. */
public enum ContentFormat {

    /**
     * A JSON object, or a JSON array of many records. Numbers keep all their digits, and keys their order. Freshsales
     * expects this format everywhere, except for uploads.
     */
    json("application/json"),

    /**
     * An XML document in UTF-8. The root element is the key of the resource, or {@code record} if it has none; for many
     * records it is the plural of the key, or {@code records}. A list becomes several elements, a null an empty element.
     * Keys that are not XML names, and text that XML 1.0 cannot contain, are refused.
     */
    xml("application/xml"),

    /**
     * A header row and a row for each record, separated by commas, in UTF-8 with lines that end in CR LF. Dots join nested
     * keys, and {@code ;} joins the elements of a list; an object in a list is written as JSON. The columns are all keys, in
     * the order in which they first appear, so the component keeps all records in memory until the last one. Records have no
     * wrapper; null is an empty cell. Values are written as they are, so a spreadsheet may take text that begins with
     * {@code =} for a formula.
     */
    csv("text/csv"),

    /**
     * A form, as a browser sends it: {@code contact[first_name]=Jane}, percent-encoded in UTF-8. Lists are written as
     * {@code key[]=}, a null as {@code key=}, many records as {@code contacts[][first_name]=}; an empty list or object
     * is not written. The first field of an object in a list marks where the object begins, so the object before it must have
     * this field too.
     */
    form("application/x-www-form-urlencoded"),

    /**
     * Fields and files, as a browser uploads them. The fields have the same names as in {@code form}; bytes, files, streams
     * and {@code FilePart} values become file parts, which the component streams.
     */
    multipart("multipart/form-data"),

    /** The unchanged bytes of the body: text, bytes, a file, a stream or a reader. */
    raw("application/octet-stream");

    private final String mediaType;

    ContentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The Content-Type of the format, unless you set another one. */
    public String mediaType() {
        return mediaType;
    }
}
