// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.changes.StartPoint;
import io.github.camelfreshsales.http.HeaderRules;
import io.github.camelfreshsales.operation.ChangeReader;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.UriParam;

/** Checks the options of an endpoint before its route starts. */
final class OptionChecks {

    private static final int SHORTEST_SECRET = 16;
    private static final long SHORTEST_POLL_INTERVAL = 100;

    private OptionChecks() {}

    static void check(FreshsalesOperation operation, FreshsalesConfiguration options) {
        checkKey(options.getApiKey());
        if (options.getHttpHeaders() != null) {
            options.getHttpHeaders().forEach(OptionChecks::checkHeader);
        }
        if (options.getMaxRetries() < 0 || options.getRetryDelay() < 0 || options.getMaxRetryDelay() < 0) {
            throw new IllegalArgumentException(
                    "The options maxRetries, retryDelay and maxRetryDelay cannot be negative");
        }
        if (options.getMetadataTtl() < 0 || options.getJobTimeout() < 0) {
            throw new IllegalArgumentException("The options metadataTtl and jobTimeout cannot be negative");
        }
        if (options.getJobPollInterval() < SHORTEST_POLL_INTERVAL) {
            throw new IllegalArgumentException("The option jobPollInterval must be at least " + SHORTEST_POLL_INTERVAL
                    + " ms; each status check of a job is a call of the account");
        }
        if (options.getJobsInFlight() < 1) {
            throw new IllegalArgumentException("The option jobsInFlight must be at least 1");
        }
        boolean upserts = operation == FreshsalesOperation.upsert || operation == FreshsalesOperation.bulkUpsert;
        if (upserts && options.isSkipUnchanged() && options.getSentRepository() == null) {
            throw new IllegalArgumentException("The option skipUnchanged needs the option sentRepository, the bean of a"
                    + " StateRepository that keeps what was sent, as in sentRepository=#sent");
        }
        String repeatable = options.getRepeatable();
        if (repeatable != null && !repeatable.equals("true") && !repeatable.equals("false")) {
            throw new IllegalArgumentException("The option repeatable must be true or false");
        }
        if (options.getOutputFormat() == OutputFormat.pojo && options.getOutputType() == null) {
            throw new IllegalArgumentException(
                    "The output format pojo needs the option outputType, the name of a class");
        }
    }

    /** Checks the options of a consumer. */
    static void checkConsumer(FreshsalesConfiguration options) {
        String type = options.getResourceType();
        if (type == null || type.isBlank()) {
            throw new IllegalArgumentException(
                    "The operation changes needs the option resourceType, as in freshsales:changes?resourceType=deals");
        }
        if (!ChangeReader.canFollow(ResourceRegistry.find(type))) {
            throw new IllegalArgumentException("The API of Freshsales cannot find the changed records of " + type
                    + "; contacts, sales_accounts, deals, leads, custom modules, tasks, appointments, sales_activities"
                    + " and products can be followed");
        }
        if (options.isDeletions() && !ResourceRegistry.find(type).supports(FreshsalesOperation.filteredSearch)) {
            throw new IllegalArgumentException("The option deletions needs a resource with a search, and " + type
                    + " has none; contacts, sales_accounts, deals, leads and custom modules have one");
        }
        StartPoint.parse(options.getStartFrom());
        if (options.getOverlap() < 0 || options.getMaxMessagesPerPoll() < 0) {
            throw new IllegalArgumentException("The options overlap and maxMessagesPerPoll cannot be negative");
        }
        if (options.getPerPage() < 1 || options.getPerPage() > 100) {
            throw new IllegalArgumentException(
                    "The option perPage is " + options.getPerPage() + "; it must be 1 to 100");
        }
        refuseRaw(options);
    }

    /** Checks the options of an endpoint that workflows push to. */
    static void checkWebhook(FreshsalesOperation operation, FreshsalesConfiguration options) {
        if (operation != FreshsalesOperation.changes) {
            throw new IllegalArgumentException("Nothing can be pushed to freshsales:" + operation
                    + "; a route that workflows push to starts from webhook:freshsales:changes");
        }
        String type = options.getResourceType();
        if (type == null || type.isBlank()) {
            throw new IllegalArgumentException("The option resourceType is missing, as in"
                    + " webhook:freshsales:changes?resourceType=deals&webhookVerifyToken=...");
        }
        checkSecret(options.getWebhookVerifyToken());
        String header = options.getWebhookSecretHeader();
        if (header == null || !header.matches("[0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("The option webhookSecretHeader must be the name of an HTTP header:"
                    + " letters, digits and hyphens, such as " + FreshsalesConfiguration.DEFAULT_SECRET_HEADER);
        }
        if (options.getWebhookMaxBodySize() < 1) {
            throw new IllegalArgumentException("The option webhookMaxBodySize must be at least 1");
        }
        refuseRaw(options);
    }

    private static void checkSecret(String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException(
                    "The option webhookVerifyToken is missing. Choose a long random text, such as"
                            + " the output of openssl rand -hex 32, and enter the same in a custom header of the workflow");
        }
        if (secret.length() < SHORTEST_SECRET || !secret.matches("[!-~]+(?: [!-~]+)*")) {
            throw new IllegalArgumentException("The option webhookVerifyToken must have at least " + SHORTEST_SECRET
                    + " ASCII letters, digits and punctuation marks. In a URI, write one with + or % as"
                    + " RAW(...)");
        }
    }

    private static void refuseRaw(FreshsalesConfiguration options) {
        if (options.getOutputFormat() == OutputFormat.raw) {
            throw new IllegalArgumentException(
                    "The output format raw is the bytes of a response, but the operation changes delivers records;"
                            + " use map, json or pojo");
        }
    }

    /**
     * The text of a message may become an endpoint. So the key of the component goes only to the account of the component,
     * whatever the endpoint says; an endpoint for another account needs its own key.
     */
    static void checkOwnKey(FreshsalesConfiguration ofComponent, FreshsalesConfiguration own) {
        if (own.getApiKey() == null) {
            return; // refused where the key is checked
        }
        boolean isSame = Accounts.root(own) != null
                && ofComponent.getDomain() != null
                && Objects.equals(ofComponent.getTrustedHosts(), own.getTrustedHosts())
                && Accounts.root(ofComponent).equals(Accounts.root(own));
        if (!isSame) {
            throw new IllegalArgumentException(
                    "The options domain and trustedHosts of an endpoint need an apiKey of the"
                            + " endpoint's own: the key of the component goes to the component's domain only");
        }
    }

    /** Says what an option may be when it was given something else. It does not quote a secret. */
    static IllegalArgumentException wrongValue(PropertyBindingException e) {
        if (isSecret(e.getPropertyName())) {
            return new IllegalArgumentException("The option " + e.getPropertyName()
                    + " has a value that it cannot have: it must be " + expected(e.getPropertyName()));
        }
        return new IllegalArgumentException(
                "The option " + e.getPropertyName() + " cannot be " + e.getValue() + ": it must be "
                        + expected(e.getPropertyName()),
                e);
    }

    private static boolean isSecret(String option) {
        return Arrays.stream(FreshsalesConfiguration.class.getDeclaredFields())
                .filter(field -> field.getName().equals(option))
                .anyMatch(field -> field.isAnnotationPresent(UriParam.class)
                        && field.getAnnotation(UriParam.class).secret());
    }

    private static String expected(String option) {
        Class<?> type = Arrays.stream(FreshsalesConfiguration.class.getDeclaredFields())
                .filter(field -> field.getName().equals(option))
                .findFirst()
                .<Class<?>>map(Field::getType)
                .orElse(Object.class);
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> "true or false";
            case "int", "long" -> "a whole number";
            case "Class" -> "the name of a class on the class path";
            default -> "of the type that the manual names";
        };
    }

    private static void checkKey(String key) {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("The option apiKey is missing. Find the key in Freshsales under"
                    + " Settings, API Settings, and set it on the component (camel.component.freshsales.api-key)");
        }
        if (key.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "The option apiKey holds a blank. If the key has a plus sign, a URI turns"
                            + " it into a blank: write apiKey=RAW(...), or set the key on the component");
        }
        if (key.chars().anyMatch(c -> c < '!' || c > '~')) {
            throw new IllegalArgumentException(
                    "The option apiKey holds a character that no key has; copy it again from Freshsales");
        }
    }

    private static void checkHeader(String name, Object value) {
        if (value instanceof Map<?, ?>) {
            throw new IllegalArgumentException("The header " + name + " of httpHeaders must be text, not a Map");
        }
        if (value instanceof Iterable<?> values) {
            values.forEach(one -> HeaderRules.check(name, String.valueOf(one)));
        } else {
            HeaderRules.check(name, String.valueOf(value));
        }
    }
}
