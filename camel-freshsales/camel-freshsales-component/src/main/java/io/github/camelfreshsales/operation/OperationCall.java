// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Purpose;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import jakarta.activation.DataHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * What an operation is asked to do, read completely before anything is sent: after this, nothing reads the message.
 *
 * @param operation   what to do
 * @param options     with which options
 * @param body        the body, out of what Camel wraps it in; null when there is none
 * @param attachments the attachments of the message, for {@code upload}
 */
public record OperationCall(
        FreshsalesOperation operation, OptionValues options, MessageBody body, Map<String, DataHandler> attachments) {

    public OperationCall {
        attachments = Map.copyOf(attachments);
    }

    /** A call without a message. */
    public static OperationCall of(FreshsalesOperation operation, OptionValues options) {
        return new OperationCall(operation, options, MessageBody.NONE, Map.of());
    }

    /**
     * The call that a message asks for.
     *
     * @param defaults what the endpoint says where the message does not
     * @throws IllegalArgumentException naming a header that cannot be used
     */
    static OperationCall of(FreshsalesOperation operation, OptionValues defaults, Message message, ApiRoot root) {
        OptionValues options = message.hasHeaders() ? defaults.with(message.getHeaders(), root) : defaults.checked();
        boolean isUpload = operation == FreshsalesOperation.upload;
        boolean isSentAsItIs = isUpload || options.get(Option.CONTENT_FORMAT) == ContentFormat.raw;
        return new OperationCall(
                operation, options, MessageBody.of(message, isSentAsItIs), isUpload ? attachments(message) : Map.of());
    }

    private static Map<String, DataHandler> attachments(Message message) {
        AttachmentMessage with = message instanceof AttachmentMessage own
                ? own
                : message.getExchange().getMessage(AttachmentMessage.class);
        return with == null || !with.hasAttachments() ? Map.of() : new LinkedHashMap<>(with.getAttachments());
    }

    /** The value of an option, or null. */
    <T> T get(Option<T> option) {
        return options.get(option);
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

    /** The resource type of the call, for error messages; null when there is none. */
    String resourceType() {
        return get(Option.RESOURCE_TYPE);
    }

    /** What its requests, records and jobs are counted as. */
    Purpose purpose() {
        return new Purpose(operation, resourceType());
    }

    /** Without the body, which must not appear in a log. */
    @Override
    public String toString() {
        return operation + " " + resourceType();
    }
}
