// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Threads of routes that call an account, in simulated time. */
final class AccountSimulation {

    static final Instant NINE = Instant.parse("2026-03-05T09:00:00Z");

    private final PriorityQueue<Event> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final Random random;
    private final long longestResponse;
    private final Service service;
    private final List<Call> calls = new ArrayList<>();
    private long now = NINE.toEpochMilli();
    private long events;
    private Dispatcher dispatcher;
    private Duration maxQuotaWait = Duration.ofSeconds(60);
    private final Set<Dispatcher.Waiting> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private int failures;

    /** @param longestResponse responses take up to so long */
    AccountSimulation(long seed, Service service, Duration longestResponse) {
        this.random = new Random(seed);
        this.service = service;
        this.longestResponse = longestResponse.toMillis();
    }

    InstantSource clock() {
        return () -> Instant.ofEpochMilli(now);
    }

    AccountSimulation with(Quota quota, int connections) {
        dispatcher = new Dispatcher(quota, connections, Duration.ofSeconds(60), clock());
        return this;
    }

    AccountSimulation waitingAtMost(Duration longest) {
        maxQuotaWait = longest;
        return this;
    }

    private record Event(long at, long number, Runnable action) {}

    /** A call that has ended. */
    record Call(String route, Instant asked, Instant sent, int status) {

        Duration waited() {
            return Duration.between(asked, sent);
        }
    }

    /** What the service does when a request arrives. */
    interface Service {
        Response answer(Instant arrived);
    }

    /** Threads of a route; each calls again some time after its last call, at first somewhere in that time. */
    AccountSimulation route(String name, int threads, Duration pause) {
        return route(name, threads, pause, Duration.ZERO);
    }

    AccountSimulation route(String name, int threads, Duration pause, Duration begin) {
        for (int i = 0; i < threads; i++) {
            after(begin.toMillis() + random.nextInt((int) pause.toMillis() + 1), () -> ask(name, pause.toMillis()));
        }
        return this;
    }

    /** Something else that happens at that time. */
    AccountSimulation at(Duration time, Runnable action) {
        after(time.toMillis(), action);
        return this;
    }

    private void after(long millis, Runnable action) {
        agenda.add(new Event(now + millis, events++, action));
    }

    AccountSimulation run(Duration time) {
        long end = NINE.plus(time).toEpochMilli();
        while (!agenda.isEmpty() && agenda.peek().at() < end) {
            Event event = agenda.poll();
            now = event.at();
            event.action().run();
        }
        return this;
    }

    private void ask(String route, long pause) {
        Permit permit = dispatcher.tryNow();
        if (permit != null) {
            send(route, now, permit, pause);
            return;
        }
        try {
            Dispatcher.Waiting[] self = new Dispatcher.Waiting[1];
            long asked = now;
            self[0] = dispatcher.join(route, maxQuotaWait, () -> after(0, () -> look(self[0], route, asked, pause)));
            look(self[0], route, asked, pause);
        } catch (TransportException e) {
            failures++;
            comeBack(route, pause);
        }
    }

    private void comeBack(String route, long pause) {
        after(pause + 10_000 + random.nextInt(10_000), () -> ask(route, pause));
    }

    private void look(Dispatcher.Waiting waiting, String route, long asked, long pause) {
        if (gone.contains(waiting)) {
            return;
        }
        try {
            Duration rest = waiting.isGranted() ? Duration.ZERO : dispatcher.untilNextTry(waiting);
            if (waiting.isGranted()) {
                gone.add(waiting);
                send(route, asked, waiting.permit(), pause);
            } else {
                after(Math.max(1, rest.toMillis()), () -> look(waiting, route, asked, pause));
            }
        } catch (TransportException e) {
            gone.add(waiting);
            dispatcher.leave(waiting);
            failures++;
            comeBack(route, pause);
        }
    }

    private void send(String route, long asked, Permit permit, long pause) {
        long sent = now;
        long whole = 5 + (longestResponse == 0 ? 0 : random.nextInt((int) longestResponse));
        after(whole / 5, () -> {
            Response response = service.answer(Instant.ofEpochMilli(now));
            after(whole - whole / 5, () -> {
                dispatcher.ended(permit, response, Duration.ofSeconds(1));
                calls.add(new Call(route, Instant.ofEpochMilli(asked), Instant.ofEpochMilli(sent), response.status()));
                long rest = response.status() == 429 ? Math.max(pause, 1_000) : pause;
                after(rest, () -> ask(route, pause));
            });
        });
    }

    List<Call> calls() {
        return calls;
    }

    long count(int status) {
        return calls.stream().filter(call -> call.status() == status).count();
    }

    List<Call> of(String route) {
        return calls.stream().filter(call -> call.route().equals(route)).toList();
    }

    /** Calls that failed without a request. */
    int failures() {
        return failures;
    }

    static Response response(int status, String... headers) {
        List<NameValue> all = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new NameValue(headers[i], headers[i + 1]));
        }
        return new Response(status, all, new byte[0]);
    }

    /** A limit as a service may count it. */
    static final class Limit {

        private final int most;
        private final long length;
        private final long offset;
        private final boolean sliding;
        private final Deque<Long> counted = new ArrayDeque<>();

        /** @param offset how much later than the clock's own the windows begin, when they are fixed */
        Limit(int most, Duration length, boolean sliding, Duration offset) {
            this.most = most;
            this.length = length.toMillis();
            this.sliding = sliding;
            this.offset = offset.toMillis();
        }

        private long windowBegin(Instant at) {
            long millis = at.toEpochMilli();
            return sliding ? millis - length + 1 : millis - Math.floorMod(millis - offset, length);
        }

        boolean isFull(Instant at) {
            while (!counted.isEmpty() && counted.peek() < windowBegin(at)) {
                counted.poll();
            }
            return counted.size() >= most;
        }

        void count(Instant at) {
            counted.add(at.toEpochMilli());
        }

        int left(Instant at) {
            return isFull(at) ? 0 : most - counted.size();
        }

        /** Others use some of it. */
        void use(Instant at, int calls) {
            for (int i = 0; i < calls && !isFull(at); i++) {
                count(at);
            }
        }

        Instant end(Instant at) {
            return Instant.ofEpochMilli(sliding ? at.toEpochMilli() + length : windowBegin(at) + length);
        }
    }

    /** A service that refuses with that response what one of its limits has no room for. */
    static Service service(Function<Instant, Response> refusal, Limit... limits) {
        return arrived -> {
            for (Limit limit : limits) {
                if (limit.isFull(arrived)) {
                    return refusal.apply(arrived);
                }
            }
            for (Limit limit : limits) {
                limit.count(arrived);
            }
            return response(200);
        };
    }
}
