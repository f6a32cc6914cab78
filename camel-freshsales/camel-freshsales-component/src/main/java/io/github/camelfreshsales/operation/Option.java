// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.Fetch;
import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.Nulls;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.RecordCheck;
import io.github.camelfreshsales.ResultMode;
import io.github.camelfreshsales.SortType;
import io.github.camelfreshsales.Wrap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.spi.StateRepository;

/**
 * The options of a call: a row each, with the header that a message may bring for it, the type of its value, where the
 * endpoint keeps it, and the rule that a value must keep.
 *
 * @param <T> the type of its values
 */
final class Option<T> {

    private static final String PREFIX = "CamelFreshsales";
    private static final List<Option<?>> ROWS = new ArrayList<>();
    private static final Map<String, Option<?>> BY_HEADER = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static final Option<String> RESOURCE_TYPE = byHeader(
            FreshsalesConstants.RESOURCE_TYPE,
            String.class,
            FreshsalesConfiguration::getResourceType,
            OptionRules::resourceType);
    static final Option<String> RECORD_ID = byHeader(
            FreshsalesConstants.RECORD_ID, String.class, FreshsalesConfiguration::getRecordId, OptionRules::id);
    static final Option<Wrap> WRAP = byHeader(FreshsalesConstants.WRAP, Wrap.class, FreshsalesConfiguration::getWrap);
    static final Option<Nulls> NULLS =
            byHeader(FreshsalesConstants.NULLS, Nulls.class, FreshsalesConfiguration::getNulls);
    static final Option<Boolean> NEST_CUSTOM_FIELDS = byHeader(
            FreshsalesConstants.NEST_CUSTOM_FIELDS, Boolean.class, FreshsalesConfiguration::isNestCustomFields);
    static final Option<Boolean> RESOLVE_NAMES =
            byHeader(FreshsalesConstants.RESOLVE_NAMES, Boolean.class, FreshsalesConfiguration::isResolveNames);
    static final Option<RecordCheck> VALIDATE_RECORDS = byHeader(
            FreshsalesConstants.VALIDATE_RECORDS, RecordCheck.class, FreshsalesConfiguration::getValidateRecords);
    static final Option<RecordCheck> VERIFY_STORED =
            byHeader(FreshsalesConstants.VERIFY_STORED, RecordCheck.class, FreshsalesConfiguration::getVerifyStored);
    static final Option<ContentFormat> CONTENT_FORMAT = byHeader(
            FreshsalesConstants.CONTENT_FORMAT, ContentFormat.class, FreshsalesConfiguration::getContentFormat);
    static final Option<String> CONTENT_TYPE = byHeader(
            FreshsalesConstants.CONTENT_TYPE,
            String.class,
            FreshsalesConfiguration::getContentType,
            OptionRules::contentType);
    static final Option<String> METHOD =
            byHeader(FreshsalesConstants.METHOD, String.class, FreshsalesConfiguration::getMethod, OptionRules::method);
    static final Option<Boolean> REPEATABLE =
            byHeader(FreshsalesConstants.REPEATABLE, Boolean.class, Option::repeatable);
    static final Option<String> PATH =
            byHeader(FreshsalesConstants.PATH, String.class, FreshsalesConfiguration::getPath);
    static final Option<Boolean> STOP_ON_RECORD_ERROR = byHeader(
            FreshsalesConstants.STOP_ON_RECORD_ERROR, Boolean.class, FreshsalesConfiguration::isStopOnRecordError);
    static final Option<ResultMode> RESULT_MODE =
            byHeader(FreshsalesConstants.RESULT_MODE, ResultMode.class, FreshsalesConfiguration::getResultMode);
    static final Option<OutputFormat> OUTPUT_FORMAT =
            byHeader(FreshsalesConstants.OUTPUT_FORMAT, OutputFormat.class, FreshsalesConfiguration::getOutputFormat);
    static final Option<Boolean> UNWRAP =
            byHeader(FreshsalesConstants.UNWRAP, Boolean.class, FreshsalesConfiguration::isUnwrap);
    static final Option<Boolean> DRY_RUN =
            byHeader(FreshsalesConstants.DRY_RUN, Boolean.class, FreshsalesConfiguration::isDryRun);
    static final Option<String> UNIQUE_IDENTIFIER =
            byHeader(FreshsalesConstants.UNIQUE_IDENTIFIER, String.class, FreshsalesConfiguration::getUniqueIdentifier);
    static final Option<String> TARGET_TYPE =
            byHeader(FreshsalesConstants.TARGET_TYPE, String.class, FreshsalesConfiguration::getTargetType);
    static final Option<String> TARGET_ID = byHeader(
            FreshsalesConstants.TARGET_ID, String.class, FreshsalesConfiguration::getTargetId, OptionRules::id);
    static final Option<String> FILE_NAME = byHeader(
            FreshsalesConstants.FILE_NAME, String.class, FreshsalesConfiguration::getFileName, OptionRules::fileName);
    static final Option<Boolean> SHARED =
            byHeader(FreshsalesConstants.SHARED, Boolean.class, FreshsalesConfiguration::isShared);
    static final Option<String> INCLUDE =
            byHeader(FreshsalesConstants.INCLUDE, String.class, FreshsalesConfiguration::getInclude);
    static final Option<String> VIEW_ID =
            byHeader(FreshsalesConstants.VIEW_ID, String.class, FreshsalesConfiguration::getViewId, OptionRules::id);
    static final Option<String> VIEW_NAME =
            byHeader(FreshsalesConstants.VIEW_NAME, String.class, FreshsalesConfiguration::getViewName);
    static final Option<String> FILTER =
            byHeader(FreshsalesConstants.FILTER, String.class, FreshsalesConfiguration::getFilter);
    static final Option<String> LIST_ID =
            byHeader(FreshsalesConstants.LIST_ID, String.class, FreshsalesConfiguration::getListId, OptionRules::id);
    static final Option<String> FROM_LIST_ID = byHeader(
            FreshsalesConstants.FROM_LIST_ID, String.class, FreshsalesConfiguration::getFromListId, OptionRules::id);
    static final Option<Boolean> ALL_MEMBERS =
            byHeader(FreshsalesConstants.ALL_MEMBERS, Boolean.class, FreshsalesConfiguration::isAllMembers);
    static final Option<String> QUERY =
            byHeader(FreshsalesConstants.QUERY, String.class, FreshsalesConfiguration::getQuery);
    static final Option<String> SEARCH_FIELD =
            byHeader(FreshsalesConstants.SEARCH_FIELD, String.class, FreshsalesConfiguration::getSearchField);
    static final Option<String> ENTITIES =
            byHeader(FreshsalesConstants.ENTITIES, String.class, FreshsalesConfiguration::getEntities);
    static final Option<String> SORT =
            byHeader(FreshsalesConstants.SORT, String.class, FreshsalesConfiguration::getSort);
    static final Option<SortType> SORT_TYPE =
            byHeader(FreshsalesConstants.SORT_TYPE, SortType.class, FreshsalesConfiguration::getSortType);
    static final Option<Integer> PAGE = byHeader(
            FreshsalesConstants.PAGE, Integer.class, FreshsalesConfiguration::getPage, OptionRules::atLeastOne);
    static final Option<Integer> PER_PAGE = byHeader(
            FreshsalesConstants.PER_PAGE, Integer.class, FreshsalesConfiguration::getPerPage, OptionRules::upToHundred);
    static final Option<Fetch> FETCH =
            byHeader(FreshsalesConstants.FETCH, Fetch.class, FreshsalesConfiguration::getFetch);
    static final Option<Long> MAX_RECORDS = byHeader(
            FreshsalesConstants.MAX_RECORDS,
            Long.class,
            FreshsalesConfiguration::getMaxRecords,
            OptionRules::notNegative);
    static final Option<String> RELATION = byHeader(
            FreshsalesConstants.RELATION, String.class, FreshsalesConfiguration::getRelation, OptionRules::segments);
    static final Option<String> SELECTOR_NAME = byHeader(
            FreshsalesConstants.SELECTOR_NAME,
            String.class,
            FreshsalesConfiguration::getSelectorName,
            OptionRules::segments);
    static final Option<Boolean> BATCH_MODE =
            byHeader(FreshsalesConstants.BATCH_MODE, Boolean.class, FreshsalesConfiguration::isBatchMode);
    static final Option<Integer> BATCH_SIZE = byHeader(
            FreshsalesConstants.BATCH_SIZE,
            Integer.class,
            FreshsalesConfiguration::getBatchSize,
            OptionRules::upToHundred);
    static final Option<Boolean> WAIT_FOR_JOB =
            byHeader(FreshsalesConstants.WAIT_FOR_JOB, Boolean.class, FreshsalesConfiguration::isWaitForJob);
    static final Option<Boolean> SKIP_UNCHANGED =
            byHeader(FreshsalesConstants.SKIP_UNCHANGED, Boolean.class, FreshsalesConfiguration::isSkipUnchanged);
    static final Option<String> OWNER_ID =
            byHeader(FreshsalesConstants.OWNER_ID, String.class, FreshsalesConfiguration::getOwnerId, OptionRules::id);
    static final Option<String> JOB_ID =
            byHeader(FreshsalesConstants.JOB_ID, String.class, FreshsalesConfiguration::getJobId, OptionRules::id);

    static final Option<Class<?>> OUTPUT_TYPE = fixed("outputType", FreshsalesConfiguration::getOutputType);
    static final Option<Duration> JOB_POLL_INTERVAL =
            fixed("jobPollInterval", options -> Duration.ofMillis(options.getJobPollInterval()));
    static final Option<Duration> JOB_TIMEOUT =
            fixed("jobTimeout", options -> Duration.ofMillis(options.getJobTimeout()));
    static final Option<Integer> JOBS_IN_FLIGHT = fixed("jobsInFlight", FreshsalesConfiguration::getJobsInFlight);
    static final Option<StateRepository<String, String>> SENT_REPOSITORY =
            fixed("sentRepository", FreshsalesConfiguration::getSentRepository);
    static final Option<Duration> METADATA_TTL =
            fixed("metadataTtl", options -> Duration.ofMillis(options.getMetadataTtl()));

    private final int place;
    private final String name;
    private final String header;
    private final Class<?> type;
    private final Function<FreshsalesConfiguration, ? extends T> ofEndpoint;
    private final BiFunction<Option<T>, T, T> rule;

    private Option(
            String name,
            String header,
            Class<?> type,
            Function<FreshsalesConfiguration, ? extends T> ofEndpoint,
            BiFunction<Option<T>, T, T> rule) {
        this.place = ROWS.size();
        this.name = name;
        this.header = header;
        this.type = type;
        this.ofEndpoint = ofEndpoint;
        this.rule = rule;
        ROWS.add(this);
        if (header != null) {
            BY_HEADER.put(header, this);
        }
    }

    private static <T> Option<T> byHeader(
            String header, Class<T> type, Function<FreshsalesConfiguration, T> ofEndpoint) {
        return byHeader(header, type, ofEndpoint, (option, value) -> value);
    }

    private static <T> Option<T> byHeader(
            String header,
            Class<T> type,
            Function<FreshsalesConfiguration, T> ofEndpoint,
            BiFunction<Option<T>, T, T> rule) {
        String name = header.substring(PREFIX.length());
        return new Option<>(Character.toLowerCase(name.charAt(0)) + name.substring(1), header, type, ofEndpoint, rule);
    }

    /** An option that only the endpoint has. */
    private static <T> Option<T> fixed(String name, Function<FreshsalesConfiguration, ? extends T> ofEndpoint) {
        return new Option<>(name, null, null, ofEndpoint, (option, value) -> value);
    }

    /** Text in the configuration, because it has three states: yes, no, and by the method. */
    private static Boolean repeatable(FreshsalesConfiguration options) {
        return options.getRepeatable() == null ? null : Boolean.valueOf(options.getRepeatable());
    }

    static List<Option<?>> rows() {
        return Collections.unmodifiableList(ROWS);
    }

    /** The option that a header of a message sets, or null. */
    static Option<?> of(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? BY_HEADER.get(header) : null;
    }

    /** Where its value stands among those of a call. */
    int place() {
        return place;
    }

    /** Its name in a URI, as in {@code recordId}. */
    String name() {
        return name;
    }

    /** The header that overrides it; null if there is none. */
    String header() {
        return header;
    }

    Class<?> type() {
        return type;
    }

    /** The endpoint's value after its rule; null when there is none. */
    T ofEndpoint(FreshsalesConfiguration options) {
        return checked(ofEndpoint.apply(options));
    }

    /** The value of a header after its conversion and its rule. */
    @SuppressWarnings("unchecked")
    T ofHeader(Object given) {
        T value = (T) HeaderValues.convert(this, given);
        try {
            return checked(value);
        } catch (IllegalArgumentException e) {
            throw HeaderValues.unfit(this, e.getMessage());
        }
    }

    /** Whether several values make sense for it; the service takes them with commas between. */
    boolean takesMany() {
        return this == INCLUDE || this == ENTITIES || this == FILTER || this == SORT;
    }

    private T checked(T value) {
        return value == null ? null : rule.apply(this, value);
    }
}
