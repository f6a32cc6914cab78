// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Metadata;

/** The headers that steer a call, and those that tell about its result. Only the id of a job is both. */
public final class FreshsalesConstants {

    // --- headers that steer a call; each wins over the option of the same name

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
                    "The field for each heading of a record. They are added to those of the option `fieldMapping` and win over them.",
            javaType = "Map<String, String>")
    public static final String FIELD_MAPPING = "CamelFreshsalesFieldMapping";

    @Metadata(
            label = "producer",
            description =
                    "Whether records may have labels and names instead of field names and ids, instead of the option `resolveNames`.",
            javaType = "Boolean")
    public static final String RESOLVE_NAMES = "CamelFreshsalesResolveNames";

    @Metadata(
            label = "producer",
            description =
                    "Whether records are compared with the account's fields before they are sent, instead of the option `validateRecords`: `off`, `warn` or `fail`.",
            javaType = "String")
    public static final String VALIDATE_RECORDS = "CamelFreshsalesValidateRecords";

    @Metadata(
            label = "producer",
            description =
                    "Whether what was stored is compared with what was sent, instead of the option `verifyStored`: `off`, `warn` or `fail`.",
            javaType = "String")
    public static final String VERIFY_STORED = "CamelFreshsalesVerifyStored";

    @Metadata(
            label = "producer",
            description =
                    "How the request body is serialised, instead of the option `contentFormat`: `json`, `xml`, `csv`, `form`, `multipart` or `raw`.",
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
            description = "Whether the operation `request` may be repeated, instead of the option `repeatable`.",
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
                    "Custom request headers. They are added to those of the option `httpHeaders` and win over them.",
            javaType = "Map<String, Object>")
    public static final String HTTP_HEADERS = "CamelFreshsalesHttpHeaders";

    @Metadata(
            label = "producer",
            description =
                    "Query parameters. They are added to those of the option `queryParameters` and win over them.",
            javaType = "Map<String, Object>")
    public static final String QUERY_PARAMETERS = "CamelFreshsalesQueryParameters";

    @Metadata(
            label = "producer",
            description =
                    "With many records in the body: whether to stop at the first one that fails, instead of the option `stopOnRecordError`.",
            javaType = "Boolean")
    public static final String STOP_ON_RECORD_ERROR = "CamelFreshsalesStopOnRecordError";

    @Metadata(
            label = "producer",
            description =
                    "With many records in the body: what the body becomes, instead of the option `resultMode`: `list` or `summary`.",
            javaType = "String")
    public static final String RESULT_MODE = "CamelFreshsalesResultMode";

    @Metadata(
            label = "producer",
            description =
                    "What the body becomes, instead of the option `outputFormat`: `map`, `json`, `pojo` or `raw`.",
            javaType = "String")
    public static final String OUTPUT_FORMAT = "CamelFreshsalesOutputFormat";

    @Metadata(
            label = "producer",
            description = "Whether the record is taken out of its wrapper, instead of the option `unwrap`.",
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
            description = "The kind of record that a file is attached to, instead of the option `targetType`.",
            javaType = "String")
    public static final String TARGET_TYPE = "CamelFreshsalesTargetType";

    @Metadata(
            label = "producer",
            description = "The id of the record that a file is attached to, instead of the option `targetId`.",
            javaType = "String or Long")
    public static final String TARGET_ID = "CamelFreshsalesTargetId";

    @Metadata(
            label = "producer",
            description = "The name of the file, instead of the option `fileName`.",
            javaType = "String")
    public static final String FILE_NAME = "CamelFreshsalesFileName";

    @Metadata(
            label = "producer",
            description = "Whether the file is shared, instead of the option `shared`.",
            javaType = "Boolean")
    public static final String SHARED = "CamelFreshsalesShared";

    @Metadata(
            label = "producer",
            description = "What is loaded beside the records, instead of the option `include`.",
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
            description = "The named filter to list by, instead of the option `filter`.",
            javaType = "String")
    public static final String FILTER = "CamelFreshsalesFilter";

    @Metadata(
            label = "producer",
            description = "The marketing list, instead of the option `listId`.",
            javaType = "String or Long")
    public static final String LIST_ID = "CamelFreshsalesListId";

    @Metadata(
            label = "producer",
            description = "The marketing list that contacts are moved from, instead of the option `fromListId`.",
            javaType = "String or Long")
    public static final String FROM_LIST_ID = "CamelFreshsalesFromListId";

    @Metadata(
            label = "producer",
            description = "Whether every member of a marketing list is meant, instead of the option `allMembers`.",
            javaType = "Boolean")
    public static final String ALL_MEMBERS = "CamelFreshsalesAllMembers";

    @Metadata(
            label = "producer",
            description = "What to search for, instead of the option `query`.",
            javaType = "String")
    public static final String QUERY = "CamelFreshsalesQuery";

    @Metadata(
            label = "producer",
            description = "The field that a lookup compares, instead of the option `searchField`.",
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
            description = "The number of records a page, instead of the option `perPage`.",
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
            description = "What belongs to a record, instead of the option `relation`.",
            javaType = "String")
    public static final String RELATION = "CamelFreshsalesRelation";

    @Metadata(
            label = "producer",
            description = "The name of the selector, instead of the option `selectorName`.",
            javaType = "String")
    public static final String SELECTOR_NAME = "CamelFreshsalesSelectorName";

    @Metadata(
            label = "producer",
            description = "Whether many records go in bulk calls, instead of the option `batchMode`.",
            javaType = "Boolean")
    public static final String BATCH_MODE = "CamelFreshsalesBatchMode";

    @Metadata(
            label = "producer",
            description = "The number of records a bulk call, instead of the option `batchSize`.",
            javaType = "Integer")
    public static final String BATCH_SIZE = "CamelFreshsalesBatchSize";

    @Metadata(
            label = "producer",
            description = "Whether a bulk call waits for its job, instead of the option `waitForJob`.",
            javaType = "Boolean")
    public static final String WAIT_FOR_JOB = "CamelFreshsalesWaitForJob";

    @Metadata(
            label = "producer",
            description = "Whether unchanged records are left out, instead of the option `skipUnchanged`.",
            javaType = "Boolean")
    public static final String SKIP_UNCHANGED = "CamelFreshsalesSkipUnchanged";

    @Metadata(
            label = "producer",
            description = "The new owner, instead of the option `ownerId`.",
            javaType = "String or Long")
    public static final String OWNER_ID = "CamelFreshsalesOwnerId";

    @Metadata(
            label = "producer,result",
            description =
                    "The job of `jobStatus`, instead of the option `jobId`. A bulk call sets it when it does not wait for its job, so that `jobStatus` can follow.",
            javaType = "String")
    public static final String JOB_ID = "CamelFreshsalesJobId";

    // --- headers that tell about the result

    @Metadata(label = "producer,result", description = "The HTTP status of the answer.", javaType = "Integer")
    public static final String HTTP_RESPONSE_CODE = Exchange.HTTP_RESPONSE_CODE;

    @Metadata(label = "producer,result", description = "The id of the record in the answer.", javaType = "Long")
    public static final String RESULT_ID = "CamelFreshsalesResultId";

    @Metadata(
            label = "producer,result",
            description =
                    "The further top-level entries of an answer whose record was unwrapped: what `include` asked for.",
            javaType = "Map<String, Object>")
    public static final String SIDELOADS = "CamelFreshsalesSideloads";

    @Metadata(
            label = "producer,result",
            description =
                    "With `validateRecords=warn`: what is wrong with the record. With many records a Map: the warnings of each by its index, for the first 1000 that have any.",
            javaType = "List<String> or Map<Integer, List<String>>")
    public static final String WARNINGS = "CamelFreshsalesWarnings";

    @Metadata(
            label = "producer,result",
            description =
                    "With `verifyStored=warn`: the fields that Freshsales did not store as they were sent. With many records a Map: those of each by its index, for the first 1000 that have any.",
            javaType = "List<String> or Map<Integer, List<String>>")
    public static final String UNSTORED_FIELDS = "CamelFreshsalesUnstoredFields";

    @Metadata(
            label = "producer,result",
            description = "With many records in the body: how many succeeded.",
            javaType = "Long")
    public static final String SUCCEEDED_COUNT = "CamelFreshsalesSucceededCount";

    @Metadata(
            label = "producer,result",
            description = "With many records in the body: how many failed, or have an unknown fate.",
            javaType = "Long")
    public static final String FAILED_COUNT = "CamelFreshsalesFailedCount";

    @Metadata(
            label = "producer,result",
            description = "With `skipUnchanged` and many records in the body: how many were left out as unchanged.",
            javaType = "Long")
    public static final String UNCHANGED_COUNT = "CamelFreshsalesUnchangedCount";

    @Metadata(
            label = "producer,result",
            description =
                    "With `skipUnchanged` and one record in the body: whether it was left out as unchanged. The body is null then.",
            javaType = "Boolean")
    public static final String UNCHANGED = "CamelFreshsalesUnchanged";

    @Metadata(
            label = "producer,result",
            description = "The account's number of calls a window, as the service puts it in `X-RateLimit-Limit`.",
            javaType = "String")
    public static final String RATE_LIMIT_LIMIT = "CamelFreshsalesRateLimitLimit";

    @Metadata(
            label = "producer,result",
            description = "How many calls the window has left, as the service puts it in `X-RateLimit-Remaining`.",
            javaType = "String")
    public static final String RATE_LIMIT_REMAINING = "CamelFreshsalesRateLimitRemaining";

    @Metadata(
            label = "producer,result",
            description =
                    "When the window ends, as the service puts it in `X-RateLimit-Reset`; its form is not documented.",
            javaType = "String")
    public static final String RATE_LIMIT_RESET = "CamelFreshsalesRateLimitReset";

    @Metadata(
            label = "producer,result",
            description = "How long the service asks to wait, as it puts it in `Retry-After`.",
            javaType = "String")
    public static final String RETRY_AFTER = "CamelFreshsalesRetryAfter";

    @Metadata(
            label = "producer,result",
            description = "After an upsert: whether the record was created; false when it was updated.",
            javaType = "Boolean")
    public static final String CREATED = "CamelFreshsalesCreated";

    @Metadata(
            label = "producer,result",
            description = "How many records there are in all pages, where the service tells.",
            javaType = "Long")
    public static final String TOTAL = "CamelFreshsalesTotal";

    @Metadata(
            label = "producer,result",
            description = "How many pages there are, where the service tells.",
            javaType = "Long")
    public static final String TOTAL_PAGES = "CamelFreshsalesTotalPages";

    @Metadata(
            label = "producer,result",
            description = "How many requests the call took, repeats included; with many records all of them together.",
            javaType = "Integer")
    public static final String ATTEMPTS = "CamelFreshsalesAttempts";

    @Metadata(
            label = "producer,result",
            description = "Where the service says the job of a bulk call is.",
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
            description = "The id of the changed record, as the service gives it.",
            javaType = "Object")
    public static final String CHANGED_ID = "CamelFreshsalesChangedId";

    @Metadata(
            label = "consumer",
            description = "When the record changed, by the clock of the service.",
            javaType = "java.time.Instant")
    public static final String CHANGED_AT = "CamelFreshsalesChangedAt";

    private FreshsalesConstants() {}
}
