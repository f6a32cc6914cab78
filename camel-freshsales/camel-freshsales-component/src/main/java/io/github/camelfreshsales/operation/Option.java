package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.component.FreshsalesConfiguration;
import io.github.camelfreshsales.component.FreshsalesConstants;
import io.github.camelfreshsales.component.Nulls;
import io.github.camelfreshsales.component.OutputFormat;
import io.github.camelfreshsales.component.ResultMode;
import io.github.camelfreshsales.component.Wrap;
import io.github.camelfreshsales.content.ContentFormat;
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
