// SPDX-License-Identifier: Apache-2.0
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
    /** Filtered search gives thin rows even if {@code detail} is wanted; it wins over {@link #FULL_SEARCH_ROWS}. */
    SEARCH_ROWS_ALWAYS_THIN,
    /** Neighbouring rows of filtered search change places when they are at most five seconds apart. */
    SEARCH_ROWS_OUT_OF_ORDER,
    /** {@code is_after} in filtered search finds records of that very second too. */
    IS_AFTER_INCLUDES_BOUND,
    /** Filtered search knows neither {@code deleted} nor {@code is_deleted}, and refuses rules with them. */
    SEARCH_WITHOUT_DELETED,
    /** Sales activities, products and marketing lists come by age, whatever {@code sort} wants. */
    PLAIN_LISTS_IGNORE_SORT,
    /** Timestamps end in {@code Z} instead of the account's offset. */
    ZULU_TIMESTAMPS,

    /** {@code contact_status_id} is taken on create, and on update without {@code include=contact_status}. */
    ACCEPT_CONTACT_STATUS,
    /** {@code custom_field} is ignored when a contact is created. */
    IGNORE_CUSTOM_FIELDS_ON_CREATE,
    /** A custom field that nobody defined is ignored, instead of being taken as it comes. */
    DROP_UNDEFINED_CUSTOM_FIELDS,
    /** An id of no user, stage, source or the like is ignored, instead of being taken as it comes. */
    DROP_UNKNOWN_REFERENCES,
    /** Of a contact that is sent with a {@code description}, what stands behind it is ignored. */
    DESCRIPTION_LOSES_THE_REST,
    /** A logged call is answered under {@code phone_call} instead of the list {@code phone_calls}. */
    PHONE_CALL_AS_OBJECT,

    /** A bulk upsert answers 202 instead of 200. */
    BULK_UPSERT_ANSWERS_202,
    /** The first bulk upsert after the start or a reset answers 405, as when the job system is busy. */
    FIRST_BULK_UPSERT_ANSWERS_405,
    /** {@code job_status_url} is a path instead of a whole address. */
    JOB_URL_RELATIVE,
    /** Jobs stay under way; the ones that have been seen to end stay ended. */
    JOB_NEVER_ENDS,
    /** A job is wrapped in {@code job_status}. */
    JOB_STATUS_WRAPPED,
    /** {@code progress} goes from 0 to 1 instead of from 0 to 100. */
    JOB_PROGRESS_AS_FRACTION,
    /** A job that has ended has no {@code data}. */
    JOB_WITHOUT_DATA,
    /** The account has no unique field of deals, so that a bulk upsert of deals is refused. */
    DEALS_WITHOUT_UNIQUE_FIELD,
    /** A bulk upsert of deals ignores added and removed contacts without a word. */
    BULK_DROPS_CONTACT_LINKS,

    /** A 429 of the quota is an HTML page instead of the {@code errors} object. */
    QUOTA_ANSWER_AS_HTML,
    /** A 429 of the quota has no body. */
    QUOTA_ANSWER_EMPTY,
    /** Answers say nothing about the quota. */
    QUOTA_HEADERS_ABSENT,
    /** The quota stands in {@code RateLimit-*} instead of {@code X-RateLimit-*}, and Reset always is in seconds. */
    QUOTA_HEADERS_STANDARD,
    /** The names of the {@code X-RateLimit-*} or {@code RateLimit-*} headers are in lower case. */
    QUOTA_HEADERS_LOWER_CASE
}
