// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.benchmarks.create.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Reads a view with the loop that one writes without the component: the default view, then page after page. */
final class PagingLoop implements AutoCloseable {

    private final ObjectMapper mapper = new ObjectMapper();
    private final CloseableHttpClient client = HttpClients.createDefault();
    private final String root;

    PagingLoop(String domain) {
        this.root = domain + "/api/contacts/";
    }

    /** Reads every record, and gives how many there were. */
    long run() throws IOException {
        Object view = defaultView();
        long count = 0;
        for (int page = 1; ; page++) {
            Map<?, ?> answer = get("view/" + view + "?page=" + page + "&per_page=100");
            List<?> records = (List<?>) answer.get("contacts");
            for (Object record : records) {
                count += ((Map<?, ?>) record).get("id") instanceof Number ? 1 : 0;
            }
            int pages = (Integer) ((Map<?, ?>) answer.get("meta")).get("total_pages");
            if (records.isEmpty() || page >= pages) {
                return count;
            }
        }
    }

    private Object defaultView() throws IOException {
        for (Object view : (List<?>) get("filters").get("filters")) {
            if (Boolean.TRUE.equals(((Map<?, ?>) view).get("is_default"))) {
                return ((Map<?, ?>) view).get("id");
            }
        }
        throw new IOException("There is no default view");
    }

    private Map<?, ?> get(String path) throws IOException {
        HttpGet get = new HttpGet(root + path);
        get.setHeader("Authorization", "Token token=" + Sample.API_KEY);
        get.setHeader("Accept", "application/json");
        return client.execute(get, this::read);
    }

    private Map<?, ?> read(ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() >= 300) {
            throw new IOException("answered " + answer.getCode());
        }
        return mapper.readValue(answer.getEntity().getContent(), Map.class);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
