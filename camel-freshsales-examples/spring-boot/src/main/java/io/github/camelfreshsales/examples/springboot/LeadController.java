// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.springboot;

import io.github.camelfreshsales.FreshsalesException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The REST API. Whoever calls it learns whether to try again. */
@RestController
class LeadController {

    private static final long SECONDS_UNLESS_KNOWN = 60;

    private final ProducerTemplate template;

    LeadController(ProducerTemplate template) {
        this.template = template;
    }

    @PutMapping("/leads")
    Map<String, String> keep(@RequestBody Lead lead) {
        return Map.of("id", template.requestBody("direct:lead", lead, String.class));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(CamelExecutionException e) {
        if (!(e.getCause() instanceof FreshsalesException failure)) {
            throw e;
        }
        if (failure.isRetryable()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, seconds(failure.getRetryAfter()))
                    .body(errors(List.of("Freshsales cannot take it now")));
        }
        return ResponseEntity.status(isWrongWith(failure) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.BAD_GATEWAY)
                .body(errors(failure.getMessages()));
    }

    /** Whether Freshsales does not want this lead, and it is not about the account. */
    private static boolean isWrongWith(FreshsalesException failure) {
        return failure.getStatus() == 400 || failure.getStatus() == 422;
    }

    private static String seconds(Duration wait) {
        return String.valueOf(wait == null ? SECONDS_UNLESS_KNOWN : wait.toSeconds());
    }

    private static Map<String, Object> errors(List<String> messages) {
        return Map.of("errors", messages);
    }
}
