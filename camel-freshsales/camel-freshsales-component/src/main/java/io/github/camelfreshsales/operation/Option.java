package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.Fetch;
import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.Nulls;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.ResultMode;
import io.github.camelfreshsales.SortType;
import io.github.camelfreshsales.Wrap;
import java.util.function.Function;

/**
 * The options that a message may bring: a row each with the header, the type and where the endpoint keeps its value.
 *
 * @param header     the header that wins over the option
 * @param type       what the header's value is converted to
 * @param ofEndpoint reads the endpoint's value, which may be null
 */
record Option<T>(String header, Class<T> type, Function<FreshsalesConfiguration, T> ofEndpoint) {

    static final Option<String> RESOURCE_TYPE =
            new Option<>(FreshsalesConstants.RESOURCE_TYPE, String.class, FreshsalesConfiguration::getResourceType);
    static final Option<String> RECORD_ID =
            new Option<>(FreshsalesConstants.RECORD_ID, String.class, FreshsalesConfiguration::getRecordId);
    static final Option<Wrap> WRAP =
            new Option<>(FreshsalesConstants.WRAP, Wrap.class, FreshsalesConfiguration::getWrap);
    static final Option<Nulls> NULLS =
            new Option<>(FreshsalesConstants.NULLS, Nulls.class, FreshsalesConfiguration::getNulls);
    static final Option<Boolean> NEST_CUSTOM_FIELDS = new Option<>(
            FreshsalesConstants.NEST_CUSTOM_FIELDS, Boolean.class, FreshsalesConfiguration::isNestCustomFields);
    static final Option<ContentFormat> CONTENT_FORMAT = new Option<>(
            FreshsalesConstants.CONTENT_FORMAT, ContentFormat.class, FreshsalesConfiguration::getContentFormat);
    static final Option<String> CONTENT_TYPE =
            new Option<>(FreshsalesConstants.CONTENT_TYPE, String.class, FreshsalesConfiguration::getContentType);
    static final Option<String> METHOD =
            new Option<>(FreshsalesConstants.METHOD, String.class, FreshsalesConfiguration::getMethod);
    static final Option<Boolean> REPEATABLE =
            new Option<>(FreshsalesConstants.REPEATABLE, Boolean.class, Option::repeatable);
    static final Option<String> PATH =
            new Option<>(FreshsalesConstants.PATH, String.class, FreshsalesConfiguration::getPath);
    static final Option<Boolean> STOP_ON_RECORD_ERROR = new Option<>(
            FreshsalesConstants.STOP_ON_RECORD_ERROR, Boolean.class, FreshsalesConfiguration::isStopOnRecordError);
    static final Option<ResultMode> RESULT_MODE =
            new Option<>(FreshsalesConstants.RESULT_MODE, ResultMode.class, FreshsalesConfiguration::getResultMode);
    static final Option<OutputFormat> OUTPUT_FORMAT = new Option<>(
            FreshsalesConstants.OUTPUT_FORMAT, OutputFormat.class, FreshsalesConfiguration::getOutputFormat);
    static final Option<Boolean> UNWRAP =
            new Option<>(FreshsalesConstants.UNWRAP, Boolean.class, FreshsalesConfiguration::isUnwrap);
    static final Option<Boolean> DRY_RUN =
            new Option<>(FreshsalesConstants.DRY_RUN, Boolean.class, FreshsalesConfiguration::isDryRun);

    static final Option<String> UNIQUE_IDENTIFIER = new Option<>(
            FreshsalesConstants.UNIQUE_IDENTIFIER, String.class, FreshsalesConfiguration::getUniqueIdentifier);
    static final Option<String> TARGET_TYPE =
            new Option<>(FreshsalesConstants.TARGET_TYPE, String.class, FreshsalesConfiguration::getTargetType);
    static final Option<String> TARGET_ID =
            new Option<>(FreshsalesConstants.TARGET_ID, String.class, FreshsalesConfiguration::getTargetId);
    static final Option<String> FILE_NAME =
            new Option<>(FreshsalesConstants.FILE_NAME, String.class, FreshsalesConfiguration::getFileName);
    static final Option<Boolean> SHARED =
            new Option<>(FreshsalesConstants.SHARED, Boolean.class, FreshsalesConfiguration::isShared);
    static final Option<String> INCLUDE =
            new Option<>(FreshsalesConstants.INCLUDE, String.class, FreshsalesConfiguration::getInclude);
    static final Option<String> VIEW_ID =
            new Option<>(FreshsalesConstants.VIEW_ID, String.class, FreshsalesConfiguration::getViewId);
    static final Option<String> VIEW_NAME =
            new Option<>(FreshsalesConstants.VIEW_NAME, String.class, FreshsalesConfiguration::getViewName);
    static final Option<String> FILTER =
            new Option<>(FreshsalesConstants.FILTER, String.class, FreshsalesConfiguration::getFilter);
    static final Option<String> LIST_ID =
            new Option<>(FreshsalesConstants.LIST_ID, String.class, FreshsalesConfiguration::getListId);
    static final Option<String> FROM_LIST_ID =
            new Option<>(FreshsalesConstants.FROM_LIST_ID, String.class, FreshsalesConfiguration::getFromListId);
    static final Option<Boolean> ALL_MEMBERS =
            new Option<>(FreshsalesConstants.ALL_MEMBERS, Boolean.class, FreshsalesConfiguration::isAllMembers);
    static final Option<String> QUERY =
            new Option<>(FreshsalesConstants.QUERY, String.class, FreshsalesConfiguration::getQuery);
    static final Option<String> SEARCH_FIELD =
            new Option<>(FreshsalesConstants.SEARCH_FIELD, String.class, FreshsalesConfiguration::getSearchField);
    static final Option<String> ENTITIES =
            new Option<>(FreshsalesConstants.ENTITIES, String.class, FreshsalesConfiguration::getEntities);
    static final Option<String> SORT =
            new Option<>(FreshsalesConstants.SORT, String.class, FreshsalesConfiguration::getSort);
    static final Option<SortType> SORT_TYPE =
            new Option<>(FreshsalesConstants.SORT_TYPE, SortType.class, FreshsalesConfiguration::getSortType);
    static final Option<Integer> PAGE =
            new Option<>(FreshsalesConstants.PAGE, Integer.class, FreshsalesConfiguration::getPage);
    static final Option<Integer> PER_PAGE =
            new Option<>(FreshsalesConstants.PER_PAGE, Integer.class, FreshsalesConfiguration::getPerPage);
    static final Option<Fetch> FETCH =
            new Option<>(FreshsalesConstants.FETCH, Fetch.class, FreshsalesConfiguration::getFetch);
    static final Option<Long> MAX_RECORDS =
            new Option<>(FreshsalesConstants.MAX_RECORDS, Long.class, FreshsalesConfiguration::getMaxRecords);
    static final Option<String> RELATION =
            new Option<>(FreshsalesConstants.RELATION, String.class, FreshsalesConfiguration::getRelation);
    static final Option<String> SELECTOR_NAME =
            new Option<>(FreshsalesConstants.SELECTOR_NAME, String.class, FreshsalesConfiguration::getSelectorName);

    static final Option<Boolean> BATCH_MODE =
            new Option<>(FreshsalesConstants.BATCH_MODE, Boolean.class, FreshsalesConfiguration::isBatchMode);
    static final Option<Integer> BATCH_SIZE =
            new Option<>(FreshsalesConstants.BATCH_SIZE, Integer.class, FreshsalesConfiguration::getBatchSize);
    static final Option<Boolean> WAIT_FOR_JOB =
            new Option<>(FreshsalesConstants.WAIT_FOR_JOB, Boolean.class, FreshsalesConfiguration::isWaitForJob);
    static final Option<String> OWNER_ID =
            new Option<>(FreshsalesConstants.OWNER_ID, String.class, FreshsalesConfiguration::getOwnerId);
    static final Option<String> JOB_ID =
            new Option<>(FreshsalesConstants.JOB_ID, String.class, FreshsalesConfiguration::getJobId);

    /** Text in the configuration, because it has three states: yes, no, and by the method. */
    private static Boolean repeatable(FreshsalesConfiguration options) {
        return options.getRepeatable() == null ? null : Boolean.valueOf(options.getRepeatable());
    }

    /** The name of the option, as in {@code recordId}. */
    String name() {
        String name = header.substring("CamelFreshsales".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
