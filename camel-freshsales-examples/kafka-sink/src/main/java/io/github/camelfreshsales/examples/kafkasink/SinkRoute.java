// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** The records of a topic become contacts: the part of this example to copy. */
final class SinkRoute extends RouteBuilder {

    private static final String BATCH = "batch";
    private static final String RECORD = "record";

    private final Report report;

    SinkRoute(Report report) {
        this.report = report;
    }

    @Override
    public void configure() {
        // tag::away[]
        errorHandler(defaultErrorHandler().allowRedeliveryWhileStopping(false));
        // What concerns the account (a service that is away, a wrong key, no calls left) is tried again for half a
        // minute. Then the batch fails, and breakOnFirstError reads it again from the last commit.
        onException(FreshsalesException.class)
                .maximumRedeliveries("{{redeliveries:5}}")
                .redeliveryDelay("{{redeliveryDelay:1000}}")
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay("16000")
                .retryAttemptedLogLevel(LoggingLevel.OFF)
                .logExhausted(false);
        // end::away[]

        // tag::route[]
        from("kafka:{{topic:contacts}}?groupId=freshsales&autoOffsetReset=earliest"
                        + "&batching=true&maxPollRecords={{batchSize:1000}}&pollTimeoutMs={{pollTimeout:1000}}"
                        + "&autoCommitEnable=false&allowManualCommit=true&breakOnFirstError=true"
                        + "&sessionTimeoutMs={{sessionTimeout:10000}}&heartbeatIntervalMs={{heartbeat:1000}}"
                        + "&maxPollIntervalMs=900000"
                        + "&keyDeserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer"
                        + "&valueDeserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer")
                .routeId("kafka-sink")
                .process(exchange -> exchange.setProperty(BATCH, Batch.of(Claim.on(messages(exchange)))))
                .loopDoWhile(exchange -> batch(exchange).hasNext())
                .setBody(exchange -> batch(exchange).next())
                .to("freshsales:bulkUpsert?resourceType=contacts&stopOnRecordError=false")
                // what a bulk call does not confirm goes alone, which tells for sure what becomes of it
                .setBody(exchange -> batch(exchange).unconfirmed(results(exchange)))
                .split(body())
                .stopOnException()
                .setProperty(RECORD, body())
                .setBody(exchange -> record(exchange).fields())
                .doTry()
                .to("freshsales:upsert?resourceType=contacts")
                .doCatch(FreshsalesException.class)
                .onWhen(Refusal::isForGood)
                .process(exchange -> batch(exchange).refuse(record(exchange), Refusal.reason(exchange)))
                .end()
                .end()
                .end()
                .setBody(exchange -> batch(exchange).refused())
                .split(body())
                .stopOnException()
                .process(exchange -> exchange.setMessage(
                        exchange.getMessage().getBody(DeadLetter.class).message()))
                .to("kafka:{{topic:contacts}}-refused?synchronous=true&requestRequiredAcks=all"
                        + "&keySerializer=org.apache.kafka.common.serialization.ByteArraySerializer"
                        + "&valueSerializer=org.apache.kafka.common.serialization.ByteArraySerializer")
                .end()
                // now all records of the batch are stored, or in the dead letter topic
                .process(exchange -> batch(exchange).commit())
                .process(exchange -> report.add(batch(exchange)));
        // end::route[]
    }

    private static Batch batch(Exchange exchange) {
        return exchange.getProperty(BATCH, Batch.class);
    }

    private static TopicRecord record(Exchange exchange) {
        return exchange.getProperty(RECORD, TopicRecord.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Exchange> messages(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }

    @SuppressWarnings("unchecked")
    private static List<RecordResult> results(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }
}
