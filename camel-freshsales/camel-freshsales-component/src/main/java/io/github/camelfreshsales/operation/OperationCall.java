package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.http.HeaderRules;
import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.WrappedFile;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * One message on its way through an operation: what is to be done, with which options, to which account. The rule that a
 * header wins over an option stands here and nowhere else.
 */
public final class OperationCall {

    private final FreshsalesOperation operation;
    private final Message message;
    private final FreshsalesConfiguration options;
    private final Account account;
    private final Transport transport;
    private final Sleeper sleeper;
    private int requests;
    private Response latest;

    /**
     * @param transport the way to the account for this endpoint
     * @param sleeper   how the endpoint waits
     */
    public OperationCall(
            FreshsalesOperation operation,
            Message message,
            FreshsalesConfiguration options,
            Account account,
            Transport transport,
            Sleeper sleeper) {
        this.operation = operation;
        this.message = message;
        this.options = options;
        this.account = account;
        this.transport = transport;
        this.sleeper = sleeper;
    }

    /** StoppableSleepers; false when the route stops, or the thread was interrupted. */
    boolean pause(Duration time) {
        try {
            return sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the route stops: nothing is to be begun any more. */
    boolean isStopping() {
        return !pause(Duration.ZERO);
    }

    /** Takes note of requests that were sent, repeats included. */
    void sent(int count) {
        requests += count;
    }

    /** Takes note of an answer. */
    void answered(Response response) {
        sent(response.history().attempts());
        latest = response;
    }

    /** The latest answer, or null. */
    Response latest() {
        return latest;
    }

    /** How many requests were sent so far. */
    int requests() {
        return requests;
    }

    Transport transport() {
        return transport;
    }

    FreshsalesOperation operation() {
        return operation;
    }

    Account account() {
        return account;
    }

    FreshsalesConfiguration options() {
        return options;
    }

    /** The body; a file of Camel's file component becomes the file it wraps. */
    Object body() {
        Object body = message.getBody();
        return body instanceof WrappedFile<?> wrapped && wrapped.getFile() != null ? wrapped.getFile() : body;
    }

    /** The message with its attachments, or null when it has none. */
    AttachmentMessage attachments() {
        return message instanceof AttachmentMessage
                ? (AttachmentMessage) message
                : message.getExchange().getMessage(AttachmentMessage.class);
    }

    /** The value of an option for this message, or null. */
    <T> T get(Option<T> option) {
        Object given = message.getHeader(option.header());
        return given == null ? option.ofEndpoint().apply(options) : convert(option, given);
    }

    private <T> T convert(Option<T> option, Object given) {
        if (option.type().isInstance(given)) {
            return option.type().cast(given);
        }
        try {
            return message.getExchange()
                    .getContext()
                    .getTypeConverter()
                    .mandatoryConvertTo(option.type(), message.getExchange(), given);
        } catch (NoTypeConversionAvailableException | TypeConversionException e) {
            throw new IllegalArgumentException(
                    "The header " + option.header() + " cannot be used: " + expected(option));
        }
    }

    private static String expected(Option<?> option) {
        if (option.type().isEnum()) {
            String values = java.util.Arrays.stream(option.type().getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return "it must be one of " + values;
        }
        return "it must be a " + option.type().getSimpleName();
    }

    /** The value of an option that the operation cannot do without. */
    String require(Option<String> option) {
        String value = get(option);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The operation " + operation + " needs the option " + option.name()
                    + " or the header " + option.header());
        }
        return value;
    }

    /** The resource the call is about, which can do what is asked. */
    Resource resource() {
        Resource resource = ResourceRegistry.find(require(Option.RESOURCE_TYPE));
        if (!resource.supports(operation)) {
            String can = resource.operations().stream().map(Enum::name).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "Freshsales has no operation " + operation + " for " + resource.name() + "; it has: "
                            + (can.isEmpty() ? "none that is known" : can)
                            + hint(resource) + ". The operation request reaches any other path");
        }
        return resource;
    }

    private String hint(Resource resource) {
        boolean reading = operation == FreshsalesOperation.list || operation == FreshsalesOperation.get;
        return reading && resource.name().equals("notes")
                ? ". The notes of a record are read with related, relation=notes"
                : "";
    }

    /** Whether the records of the body go in bulk calls; refused where the resource has no such call. */
    boolean isBatch(Resource resource, FreshsalesOperation bulk) {
        if (!get(Option.BATCH_MODE)) {
            return false;
        }
        if (!resource.supports(bulk)) {
            throw new IllegalArgumentException("The option batchMode=true needs a resource with a bulk call, and "
                    + resource.name() + " has none for " + operation
                    + "; contacts, sales_accounts and deals have. Use batchMode=false");
        }
        return true;
    }

    /** The resource type as it was given, for error messages; null when there is none. */
    String resourceType() {
        Object header = message.getHeader(FreshsalesConstants.RESOURCE_TYPE);
        return header == null ? options.getResourceType() : header.toString();
    }

    /** The custom headers of the endpoint and of the message, checked. */
    List<NameValue> httpHeaders() {
        if (options.getHttpHeaders() == null && message.getHeader(FreshsalesConstants.HTTP_HEADERS) == null) {
            return List.of();
        }
        List<NameValue> headers = new ArrayList<>();
        Map<String, Object> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        merge(options.getHttpHeaders(), FreshsalesConstants.HTTP_HEADERS, all);
        flatten(all).forEach(header -> headers.add(HeaderRules.check(header.name(), header.value())));
        return headers;
    }

    /** The extra query parameters of the endpoint and of the message. */
    List<NameValue> queryParameters() {
        if (options.getQueryParameters() == null && message.getHeader(FreshsalesConstants.QUERY_PARAMETERS) == null) {
            return List.of();
        }
        Map<String, Object> all = new LinkedHashMap<>();
        merge(options.getQueryParameters(), FreshsalesConstants.QUERY_PARAMETERS, all);
        return flatten(all);
    }

    private void merge(Map<String, Object> ofEndpoint, String header, Map<String, Object> all) {
        if (ofEndpoint != null) {
            all.putAll(ofEndpoint);
        }
        Object given = message.getHeader(header);
        if (given == null) {
            return;
        }
        if (!(given instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("The header " + header + " must be a Map of names and values");
        }
        map.forEach((name, value) -> all.put(String.valueOf(name), value));
    }

    private static List<NameValue> flatten(Map<String, Object> values) {
        List<NameValue> flat = new ArrayList<>();
        values.forEach((name, value) -> {
            if (value instanceof Iterable<?> many) {
                many.forEach(one -> flat.add(new NameValue(name, String.valueOf(one))));
            } else if (value != null) {
                flat.add(new NameValue(name, value.toString()));
            }
        });
        return flat;
    }
}
