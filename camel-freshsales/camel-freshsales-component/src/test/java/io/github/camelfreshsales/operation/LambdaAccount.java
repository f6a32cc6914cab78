// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.component.TestContext;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Dispatcher;
import io.github.camelfreshsales.http.KeyMask;
import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.Quota;
import io.github.camelfreshsales.http.ReadingTransport;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.http.RetryLimits;
import io.github.camelfreshsales.http.RetryingTransport;
import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.http.Traffic;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.http.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** An account whose service is a lambda and whose time is a number, for tests that make very many calls. */
final class LambdaAccount {

    private static final DefaultCamelContext CAMEL = new TestContext();

    /** What the service does with a request. */
    interface Service {
        Response answer(Request request) throws TransportException;
    }

    final FreshsalesConfiguration options = new FreshsalesConfiguration();
    final List<Request> requests = new ArrayList<>();
    Service service = request -> json(200, "{}");
    Instant now = Instant.parse("2026-03-05T10:00:00Z");
    private Account account;

    LambdaAccount() {
        options.setDomain("acme.myfreshworks.com");
        options.setRetryDelay(1);
        forget();
    }

    /** A new account: nothing is kept of earlier calls. */
    void forget() {
        ApiRoot root = ApiRoot.of(options.getDomain(), List.of());
        account = new Account(
                root,
                new KeyMask("k3y-0f-the-t3st"),
                this::send,
                new Dispatcher(new Quota(0, 0, 0, () -> now), Integer.MAX_VALUE, Duration.ofSeconds(60), () -> now),
                new Traffic(() -> now),
                new ObjectMapper(),
                () -> now);
        requests.clear();
    }

    private Response send(Request request) throws TransportException {
        requests.add(request);
        return service.answer(request);
    }

    static Response json(int status, String body) {
        return new Response(
                status,
                List.of(new NameValue("Content-Type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    Message message(Object body, Map<String, Object> headers) {
        Message message = new DefaultExchange(CAMEL).getMessage();
        message.setBody(body);
        message.setHeaders(new org.apache.camel.util.CaseInsensitiveMap(headers));
        return message;
    }

    OperationResult run(FreshsalesOperation operation, Message message) {
        Sleeper sleeper = time -> {
            now = now.plus(time);
            return true;
        };
        RetryLimits limits = new RetryLimits(
                options.getMaxRetries(),
                Duration.ofMillis(1),
                Duration.ofMillis(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1));
        Transport retrying = new RetryingTransport(
                new ReadingTransport(account.transport(), account.reader()), limits, () -> now, sleeper, () -> 0L);
        return OperationTable.run(
                operation, OptionValues.of(options), message, new Session(account, retrying, sleeper));
    }

    OperationResult run(FreshsalesOperation operation, Object body, Map<String, Object> headers) {
        return run(operation, message(body, headers));
    }

    /** The one exception that the call ends with; null when it succeeds. */
    FreshsalesException failure(FreshsalesOperation operation, Object body, Map<String, Object> headers) {
        try {
            run(operation, body, headers);
            return null;
        } catch (FreshsalesException e) {
            return e;
        }
    }

    static String query(Request request, String name) {
        return request.query().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(NameValue::value)
                .findFirst()
                .orElse(null);
    }

    static String body(Request request) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            request.body().writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
