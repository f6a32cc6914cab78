package io.github.camelfreshsales.simulator;

/**
 * Behaviour that differs between accounts, or that the known facts disagree about. Everything is off by default; the
 * default is what most evidence says.
 */
public enum Switch {
    /** A 401 has the {@code errors} object as its body instead of {@code {"login":"failed"}}. */
    UNAUTHORIZED_AS_ERRORS,
    /** A 401 has no body. */
    UNAUTHORIZED_EMPTY,
    /** A 401 is an HTML page. */
    UNAUTHORIZED_AS_HTML,

    /** A create answers 200 instead of 201. */
    CREATE_ANSWERS_200,
    /** A delete or forget answers 204 without a body instead of 200 with one. */
    DELETE_ANSWERS_204,
    /** An unknown route answers 404 with the {@code errors} object instead of HTML. */
    UNKNOWN_ROUTE_AS_JSON,
    /** A duplicate answers 422 instead of 400. */
    DUPLICATE_ANSWERS_422,
    /** {@code errors.message} is one string instead of an array. */
    ERROR_MESSAGE_AS_STRING,
    /** {@code errors.code} is a string instead of a number. */
    ERROR_CODE_AS_STRING,

    /** Every page but the last holds one record less than asked for; the records are not lost, they come later. */
    SHORT_PAGES,
    /** Every list's {@code meta} holds {@code total_pages} and {@code total}. */
    META_TOTAL_PAGES,
    /** Every list's {@code meta} holds {@code total} only. */
    META_TOTAL_ONLY,
    /** Every list's {@code meta} holds {@code has_next} and {@code has_previous} only. */
    META_HAS_NEXT,
    /** Lists have no {@code meta}. */
    META_ABSENT,
    /** {@code total} and {@code total_pages} promise too much. */
    META_TOTAL_TOO_HIGH,
    /** {@code total} and {@code total_pages} say there is nothing beyond the first page. */
    META_TOTAL_TOO_LOW,
    /** Pages beyond the last one repeat it for ever instead of being empty. */
    LAST_PAGE_REPEATS,
    /** {@code total_pages} counts one more page, and that page is empty. */
    LAST_PAGE_EMPTY,

    /** Foreign keys stand in records without being included. */
    SHOW_FOREIGN_KEYS,
    /** Filtered search gives whole records without {@code detail}. */
    FULL_SEARCH_ROWS,
    /** Timestamps end in {@code Z} instead of the account's offset. */
    ZULU_TIMESTAMPS,

    /** {@code contact_status_id} is taken on create, and on update without {@code include=contact_status}. */
    ACCEPT_CONTACT_STATUS,
    /** {@code custom_field} is ignored when a contact is created. */
    IGNORE_CUSTOM_FIELDS_ON_CREATE,
    /** A logged call is answered under {@code phone_call} instead of the list {@code phone_calls}. */
    PHONE_CALL_AS_OBJECT
}
