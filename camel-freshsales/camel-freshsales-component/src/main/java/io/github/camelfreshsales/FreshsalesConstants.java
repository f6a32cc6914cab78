// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Metadata;

/** The headers that control a call, and those that describe its result. Only the id of a job does both. */
public final class FreshsalesConstants {

    // --- headers that control a call; each overrides the option of the same name

    @Metadata(
            label = "producer",
            description = "The resource type, instead of the option `resourceType`.",
            javaType = "String")
    public static final String RESOURCE_TYPE = "CamelFreshsalesResourceType";

    @Metadata(
            label = "producer",
            description = "The id of the record, instead of the option `recordId`.",
            javaType = "String or Long")
    public static final String RECORD_ID = "CamelFreshsalesRecordId";

    @Metadata(
            label = "producer",
            description = "Whether to wrap the record, instead of the option `wrap`: `auto`, `always` or `never`.",
            javaType = "String")
    public static final String WRAP = "CamelFreshsalesWrap";

    @Metadata(
            label = "producer",
            description = "What to do with null fields, instead of the option `nulls`: `send` or `omit`.",
            javaType = "String")
    public static final String NULLS = "CamelFreshsalesNulls";

    @Metadata(
            label = "producer",
            description = "Whether `cf_` fields move under `custom_field`, instead of the option `nestCustomFields`.",
            javaType = "Boolean")
    public static final String NEST_CUSTOM_FIELDS = "CamelFreshsalesNestCustomFields";

    @Metadata(
            label = "producer",
            description =
                    "The field for each column of a record. These mappings are added to those of the option `fieldMapping`, and override them.",
            javaType = "Map<String, String>")
    public static final String FIELD_MAPPING = "CamelFreshsalesFieldMapping";

    @Metadata(
            label = "producer",
            description =
                    "Whether records can contain labels and names instead of field names and ids, instead of the option `resolveNames`.",
            javaType = "Boolean")
    public static final String RESOLVE_NAMES = "CamelFreshsalesResolveNames";

    @Metadata(
            label = "producer",
            description =
                    "Whether to compare records with the fields of the account before sending them, instead of the option `validateRecords`: `off`, `warn` or `fail`.",
            javaType = "String")
    public static final String VALIDATE_RECORDS = "CamelFreshsalesValidateRecords";

    @Metadata(
            label = "producer",
            description =
                    "Whether to compare the stored record with the one that was sent, instead of the option `verifyStored`: `off`, `warn` or `fail`.",
            javaType = "String")
    public static final String VERIFY_STORED = "CamelFreshsalesVerifyStored";

    @Metadata(
            label = "producer",
            description =
                    "How to serialize the request body, instead of the option `contentFormat`: `json`, `xml`, `csv`, `form`, `multipart` or `raw`.",
            javaType = "String")
    public static final String CONTENT_FORMAT = "CamelFreshsalesContentFormat";

    @Metadata(
            label = "producer",
            description = "The media type of the request body, instead of the option `contentType`.",
            javaType = "String")
    public static final String CONTENT_TYPE = "CamelFreshsalesContentType";

    @Metadata(
            label = "producer",
            description = "The HTTP method of the operation `request`, instead of the option `method`.",
            javaType = "String")
    public static final String METHOD = "CamelFreshsalesMethod";

    @Metadata(
            label = "producer",
            description = "Whether the operation `request` is safe to retry, instead of the option `repeatable`.",
            javaType = "Boolean")
    public static final String REPEATABLE = "CamelFreshsalesRepeatable";

    @Metadata(
            label = "producer",
            description = "The path of the operation `request`, instead of the option `path`.",
            javaType = "String")
    public static final String PATH = "CamelFreshsalesPath";

    @Metadata(
            label = "producer",
            description =
                    "Custom request headers. They are added to those of the option `httpHeaders`, and override them.",
            javaType = "Map<String, Object>")
    public static final String HTTP_HEADERS = "CamelFreshsalesHttpHeaders";

    @Metadata(
            label = "producer",
            description =
                    "Query parameters. They are added to those of the option `queryParameters`, and override them.",
            javaType = "Map<String, Object>")
    public static final String QUERY_PARAMETERS = "CamelFreshsalesQueryParameters";

    @Metadata(
            label = "producer",
            description =
                    "With many records in the body: whether to stop at the first record that fails, instead of the option `stopOnRecordError`.",
            javaType = "Boolean")
    public static final String STOP_ON_RECORD_ERROR = "CamelFreshsalesStopOnRecordError";

    @Metadata(
            label = "producer",
            description =
                    "With many records in the body: the form of the results, instead of the option `resultMode`: `list` or `summary`.",
            javaType = "String")
    public static final String RESULT_MODE = "CamelFreshsalesResultMode";

    @Metadata(
            label = "producer",
            description =
                    "The form of the new body, instead of the option `outputFormat`: `map`, `json`, `pojo` or `raw`.",
            javaType = "String")
    public static final String OUTPUT_FORMAT = "CamelFreshsalesOutputFormat";

    @Metadata(
            label = "producer",
            description = "Whether to take the record out of its wrapper, instead of the option `unwrap`.",
            javaType = "Boolean")
    public static final String UNWRAP = "CamelFreshsalesUnwrap";

    @Metadata(
            label = "producer",
            description = "Whether to build the request without sending it, instead of the option `dryRun`.",
            javaType = "Boolean")
    public static final String DRY_RUN = "CamelFreshsalesDryRun";

    @Metadata(
            label = "producer",
            description = "The field that an upsert matches on, instead of the option `uniqueIdentifier`.",
            javaType = "String")
    public static final String UNIQUE_IDENTIFIER = "CamelFreshsalesUniqueIdentifier";

    @Metadata(
            label = "producer",
            description = "The kind of record that gets the file, instead of the option `targetType`.",
            javaType = "String")
    public static final String TARGET_TYPE = "CamelFreshsalesTargetType";

    @Metadata(
            label = "producer",
            description = "The id of the record that gets the file, instead of the option `targetId`.",
            javaType = "String or Long")
    public static final String TARGET_ID = "CamelFreshsalesTargetId";

    @Metadata(
            label = "producer",
            description = "The name of the file, instead of the option `fileName`.",
            javaType = "String")
    public static final String FILE_NAME = "CamelFreshsalesFileName";

    @Metadata(
            label = "producer",
            description = "Whether to share the file, instead of the option `shared`.",
            javaType = "Boolean")
    public static final String SHARED = "CamelFreshsalesShared";

    @Metadata(
            label = "producer",
            description = "Related data to load with the records, instead of the option `include`.",
            javaType = "String")
    public static final String INCLUDE = "CamelFreshsalesInclude";

    @Metadata(
            label = "producer",
            description = "The id of the view to list, instead of the option `viewId`.",
            javaType = "String or Long")
    public static final String VIEW_ID = "CamelFreshsalesViewId";

    @Metadata(
            label = "producer",
            description = "The name of the view to list, instead of the option `viewName`.",
            javaType = "String")
    public static final String VIEW_NAME = "CamelFreshsalesViewName";

    @Metadata(
            label = "producer",
            description = "The named filter of a list, instead of the option `filter`.",
            javaType = "String")
    public static final String FILTER = "CamelFreshsalesFilter";

    @Metadata(
            label = "producer",
            description = "The marketing list, instead of the option `listId`.",
            javaType = "String or Long")
    public static final String LIST_ID = "CamelFreshsalesListId";

    @Metadata(
            label = "producer",
            description = "The marketing list to move contacts from, instead of the option `fromListId`.",
            javaType = "String or Long")
    public static final String FROM_LIST_ID = "CamelFreshsalesFromListId";

    @Metadata(
            label = "producer",
            description = "Whether to take all members of a marketing list, instead of the option `allMembers`.",
            javaType = "Boolean")
    public static final String ALL_MEMBERS = "CamelFreshsalesAllMembers";

    @Metadata(
            label = "producer",
            description = "The text to search for, instead of the option `query`.",
            javaType = "String")
    public static final String QUERY = "CamelFreshsalesQuery";

    @Metadata(
            label = "producer",
            description = "The field that `lookup` compares, instead of the option `searchField`.",
            javaType = "String")
    public static final String SEARCH_FIELD = "CamelFreshsalesSearchField";

    @Metadata(
            label = "producer",
            description = "The kinds of records to search, instead of the option `entities`.",
            javaType = "String")
    public static final String ENTITIES = "CamelFreshsalesEntities";

    @Metadata(
            label = "producer",
            description = "The field to sort by, instead of the option `sort`.",
            javaType = "String")
    public static final String SORT = "CamelFreshsalesSort";

    @Metadata(
            label = "producer",
            description = "The direction to sort in, instead of the option `sortType`: `asc` or `desc`.",
            javaType = "String")
    public static final String SORT_TYPE = "CamelFreshsalesSortType";

    @Metadata(
            label = "producer",
            description = "The number of the first page, instead of the option `page`.",
            javaType = "Integer")
    public static final String PAGE = "CamelFreshsalesPage";

    @Metadata(
            label = "producer",
            description = "The number of records on a page, instead of the option `perPage`.",
            javaType = "Integer")
    public static final String PER_PAGE = "CamelFreshsalesPerPage";

    @Metadata(
            label = "producer",
            description = "How much to fetch, instead of the option `fetch`: `page`, `all` or `stream`.",
            javaType = "String")
    public static final String FETCH = "CamelFreshsalesFetch";

    @Metadata(
            label = "producer",
            description = "The most records to fetch, instead of the option `maxRecords`.",
            javaType = "Long")
    public static final String MAX_RECORDS = "CamelFreshsalesMaxRecords";

    @Metadata(
            label = "producer",
            description = "What to read of the record, instead of the option `relation`.",
            javaType = "String")
    public static final String RELATION = "CamelFreshsalesRelation";

    @Metadata(
            label = "producer",
            description = "The name of the selector, instead of the option `selectorName`.",
            javaType = "String")
    public static final String SELECTOR_NAME = "CamelFreshsalesSelectorName";

    @Metadata(
            label = "producer",
            description = "Whether to send many records in bulk calls, instead of the option `batchMode`.",
            javaType = "Boolean")
    public static final String BATCH_MODE = "CamelFreshsalesBatchMode";

    @Metadata(
            label = "producer",
            description = "The number of records in a bulk call, instead of the option `batchSize`.",
            javaType = "Integer")
    public static final String BATCH_SIZE = "CamelFreshsalesBatchSize";

    @Metadata(
            label = "producer",
            description = "Whether a bulk call waits for its job, instead of the option `waitForJob`.",
            javaType = "Boolean")
    public static final String WAIT_FOR_JOB = "CamelFreshsalesWaitForJob";

    @Metadata(
            label = "producer",
            description = "Whether to leave out unchanged records, instead of the option `skipUnchanged`.",
            javaType = "Boolean")
    public static final String SKIP_UNCHANGED = "CamelFreshsalesSkipUnchanged";

    @Metadata(
            label = "producer",
            description = "The id of the new owner, instead of the option `ownerId`.",
            javaType = "String or Long")
    public static final String OWNER_ID = "CamelFreshsalesOwnerId";

    @Metadata(
            label = "producer,result",
            description =
                    "The id of the job for `jobStatus`, instead of the option `jobId`. A bulk call that does not wait for its job sets this header, so that a `jobStatus` can follow.",
            javaType = "String")
    public static final String JOB_ID = "CamelFreshsalesJobId";

    // --- headers that describe the result

    @Metadata(label = "producer,result", description = "The HTTP status of the response.", javaType = "Integer")
    public static final String HTTP_RESPONSE_CODE = Exchange.HTTP_RESPONSE_CODE;

    @Metadata(label = "producer,result", description = "The id of the record in the response.", javaType = "Long")
    public static final String RESULT_ID = "CamelFreshsalesResultId";

    @Metadata(
            label = "producer,result",
            description =
                    "The other top-level entries of the response, after the record was unwrapped: what `include` asked for.",
            javaType = "Map<String, Object>")
    public static final String SIDELOADS = "CamelFreshsalesSideloads";

    @Metadata(
            label = "producer,result",
            description =
                    "With `validateRecords=warn`: the problems of the record. With many records a Map from the index of a record to its problems, for the first 1000 records with problems.",
            javaType = "List<String> or Map<Integer, List<String>>")
    public static final String WARNINGS = "CamelFreshsalesWarnings";

    @Metadata(
            label = "producer,result",
            description =
                    "With `verifyStored=warn`: the fields that Freshsales did not store as they were sent. With many records a Map from the index of a record to these fields, for the first 1000 records with such fields.",
            javaType = "List<String> or Map<Integer, List<String>>")
    public static final String UNSTORED_FIELDS = "CamelFreshsalesUnstoredFields";

    @Metadata(
            label = "producer,result",
            description = "With many records in the body: the number of records that succeeded.",
            javaType = "Long")
    public static final String SUCCEEDED_COUNT = "CamelFreshsalesSucceededCount";

    @Metadata(
            label = "producer,result",
            description =
                    "With many records in the body: the number of records that failed or have an unknown outcome.",
            javaType = "Long")
    public static final String FAILED_COUNT = "CamelFreshsalesFailedCount";

    @Metadata(
            label = "producer,result",
            description =
                    "With `skipUnchanged` and many records in the body: the number of unchanged records that were left out.",
            javaType = "Long")
    public static final String UNCHANGED_COUNT = "CamelFreshsalesUnchangedCount";

    @Metadata(
            label = "producer,result",
            description =
                    "With `skipUnchanged` and one record in the body: whether the record was unchanged and left out. If so, the body is null.",
            javaType = "Boolean")
    public static final String UNCHANGED = "CamelFreshsalesUnchanged";

    @Metadata(
            label = "producer,result",
            description = "The rate limit of the account, as in the response header `X-RateLimit-Limit`.",
            javaType = "String")
    public static final String RATE_LIMIT_LIMIT = "CamelFreshsalesRateLimitLimit";

    @Metadata(
            label = "producer,result",
            description = "The number of calls left, as in the response header `X-RateLimit-Remaining`.",
            javaType = "String")
    public static final String RATE_LIMIT_REMAINING = "CamelFreshsalesRateLimitRemaining";

    @Metadata(
            label = "producer,result",
            description =
                    "When the rate limit resets, as in the response header `X-RateLimit-Reset`; its form is not documented.",
            javaType = "String")
    public static final String RATE_LIMIT_RESET = "CamelFreshsalesRateLimitReset";

    @Metadata(
            label = "producer,result",
            description = "How long Freshsales asks to wait, as in the response header `Retry-After`.",
            javaType = "String")
    public static final String RETRY_AFTER = "CamelFreshsalesRetryAfter";

    @Metadata(
            label = "producer,result",
            description = "After an upsert: true if the record was created, false if it was updated.",
            javaType = "Boolean")
    public static final String CREATED = "CamelFreshsalesCreated";

    @Metadata(
            label = "producer,result",
            description = "The number of records on all pages, if the response contains it.",
            javaType = "Long")
    public static final String TOTAL = "CamelFreshsalesTotal";

    @Metadata(
            label = "producer,result",
            description = "The number of pages, if the response contains it.",
            javaType = "Long")
    public static final String TOTAL_PAGES = "CamelFreshsalesTotalPages";

    @Metadata(
            label = "producer,result",
            description =
                    "The number of requests of the call, including retries; with many records the sum over all of them.",
            javaType = "Integer")
    public static final String ATTEMPTS = "CamelFreshsalesAttempts";

    @Metadata(
            label = "producer,result",
            description = "The address of the job of a bulk call, as in the response.",
            javaType = "String")
    public static final String JOB_STATUS_URL = "CamelFreshsalesJobStatusUrl";

    @Metadata(
            label = "consumer",
            description = "What happened to the record: created, updated or deleted.",
            javaType = "String",
            enums = "created,updated,deleted")
    public static final String CHANGE_TYPE = "CamelFreshsalesChangeType";

    @Metadata(label = "consumer", description = "The resource type of the changed record.", javaType = "String")
    public static final String CHANGED_RESOURCE = "CamelFreshsalesChangedResource";

    @Metadata(
            label = "consumer",
            description = "The id of the changed record, as in the response.",
            javaType = "Object")
    public static final String CHANGED_ID = "CamelFreshsalesChangedId";

    @Metadata(
            label = "consumer",
            description = "When the record changed, by the clock of Freshsales.",
            javaType = "java.time.Instant")
    public static final String CHANGED_AT = "CamelFreshsalesChangedAt";

    private FreshsalesConstants() {}
}
