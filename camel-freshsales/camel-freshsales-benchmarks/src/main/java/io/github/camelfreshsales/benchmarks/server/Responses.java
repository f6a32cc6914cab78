// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the server answers to which call, in the forms that Freshsales has. */
final class Responses {

    private static final String API = "/crm/sales/api/";
    private static final String ID_OF_TEMPLATE = "70041234567";
    private static final long FIRST_ID = 70_000_000_000L;
    private static final String NUMBER_OF_TEMPLATE = "1001";
    private static final byte[] ITEM = ascii("\"data\":");
    private static final byte[] EXTERNAL_ID = ascii("\"external_id\":\"A-");

    private final FastServer.Settings settings;
    private final String root;
    private final byte[] record = resource("contact.json");
    private final byte[] created = http("201 Created", wrapped());
    private final byte[] found = http("200 OK", wrapped());
    private final String[] aroundNumber =
            new String(wrapped(), StandardCharsets.ISO_8859_1).split(NUMBER_OF_TEMPLATE, -1);
    private final byte[] views = http(
            "200 OK",
            ascii("{\"filters\":[{\"id\":70009990001,\"name\":\"All Contacts\",\"model_class_name\":\"Contact\","
                    + "\"user_id\":70000001111,\"is_default\":true,\"updated_at\":\"2024-01-02T03:04:05-05:00\","
                    + "\"user_name\":\"Ana Ruiz\",\"current_user_permissions\":[\"read\"]}],"
                    + "\"meta\":{\"total_pages\":1,\"total\":1}}"));
    private final byte[] fields = http("200 OK", resource("fields.json"));
    private final byte[] owners = http(
            "200 OK",
            ascii("{\"users\":[{\"id\":70000001111,\"display_name\":\"Ana Ruiz\",\"email\":\"ana.ruiz@example.test\","
                    + "\"is_active\":true,\"work_number\":\"5550001\",\"mobile_number\":null}]}"));
    private final byte[] missing =
            http("404 Not Found", ascii("{\"errors\":{\"code\":404,\"message\":[\"Not found\"]}}"));
    private final Pages pages;
    private final AtomicLong lastJob = new AtomicLong(4_320);
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    /**
     * @param records how many it is about
     * @param end     when it ends, in the time of {@link System#nanoTime}
     */
    private record Job(int records, long end) {}

    Responses(FastServer.Settings settings, int port) {
        this.settings = settings;
        this.root = "http://localhost:" + port + API;
        this.pages = new Pages(record, ID_OF_TEMPLATE, FIRST_ID, settings.records());
    }

    byte[] to(String method, String target, byte[] body) {
        if (!target.startsWith(API)) {
            return missing;
        }
        String path = target.substring(API.length());
        if (method.equals("POST")) {
            return switch (path) {
                case "contacts" -> created;
                case "contacts/upsert" -> upserted(body);
                case "contacts/bulk_upsert" -> submitted(body);
                default -> missing;
            };
        }
        if (path.startsWith("job_statuses/")) {
            return job(path.substring("job_statuses/".length()));
        }
        if (path.startsWith("contacts/view/")) {
            return http("200 OK", pages.page(number(path, "page=", 1), number(path, "per_page=", 25)));
        }
        return switch (path) {
            case "contacts/filters" -> views;
            case "settings/contacts/fields" -> fields;
            case "selector/owners" -> owners;
            default -> path.startsWith("contacts/") ? found : missing;
        };
    }

    byte[] calls(long calls) {
        return http("200 OK", ascii(Long.toString(calls)));
    }

    /** The record as it was sent, where it is one of the samples, which differ in a number only. */
    private byte[] upserted(byte[] body) {
        int start = indexOf(body, EXTERNAL_ID, 0) + EXTERNAL_ID.length;
        int end = start;
        while (end < body.length && body[end] >= '0' && body[end] <= '9') {
            end++;
        }
        boolean sample = start >= EXTERNAL_ID.length && end > start;
        String number = sample ? new String(body, start, end - start, StandardCharsets.ISO_8859_1) : NUMBER_OF_TEMPLATE;
        return http("200 OK", ascii(String.join(number, aroundNumber)));
    }

    private byte[] submitted(byte[] body) {
        String id = Long.toString(lastJob.incrementAndGet());
        jobs.put(id, new Job(count(body, ITEM), System.nanoTime() + settings.jobMillis() * 1_000_000));
        return http(
                "200 OK",
                ascii("{\"message\":\"The records will be upserted\",\"job_status_url\":\"" + root + "job_statuses/"
                        + id + "\"}"));
    }

    private byte[] job(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            return missing;
        }
        boolean ended = job.end() - System.nanoTime() <= 0;
        if (ended) {
            jobs.remove(id);
        }
        String data = "{\\\"record_status\\\":{\\\"succeeded\\\":" + (ended ? job.records() : 0)
                + ",\\\"failed\\\":0},\\\"detailed_failure_report\\\":[]}";
        return http(
                "200 OK",
                ascii("{\"job_type_name\":\"bulk_upsert\",\"status\":\"" + (ended ? "SUCCESS" : "IN_PROGRESS")
                        + "\",\"progress\":" + (ended ? 100 : 0) + ",\"created_at\":\"2024-03-05T09:15:00-05:00\","
                        + "\"status_updated_at\":\"2024-03-05T09:15:07-05:00\",\"data\":\"" + data + "\"}"));
    }

    private byte[] wrapped() {
        return join(ascii("{\"contact\":"), record, ascii("}"));
    }

    private static int count(byte[] text, byte[] word) {
        int count = 0;
        for (int at = indexOf(text, word, 0); at >= 0; at = indexOf(text, word, at + word.length)) {
            count++;
        }
        return count;
    }

    private static int indexOf(byte[] text, byte[] word, int from) {
        for (int at = from; at + word.length <= text.length; at++) {
            if (Arrays.equals(text, at, at + word.length, word, 0, word.length)) {
                return at;
            }
        }
        return -1;
    }

    private static int number(String path, String name, int otherwise) {
        int query = path.indexOf('?');
        if (query < 0) {
            return otherwise;
        }
        for (String pair : path.substring(query + 1).split("&")) {
            if (pair.startsWith(name)) {
                return Integer.parseInt(pair.substring(name.length()));
            }
        }
        return otherwise;
    }

    private static byte[] http(String status, byte[] body) {
        return join(
                ascii("HTTP/1.1 " + status + "\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "
                        + body.length + "\r\n\r\n"),
                body);
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Responses.class.getResourceAsStream(name)) {
            return ascii(new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\n\\s*", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
