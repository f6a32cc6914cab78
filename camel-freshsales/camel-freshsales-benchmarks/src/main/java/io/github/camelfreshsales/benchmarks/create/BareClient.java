// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * The least that one can write in Java: a pooled HttpClient 5 and Jackson, an exception for what is no success, and the
 * timeouts without which nothing should run unattended.
 */
final class BareClient implements Contender {

    private final ObjectMapper mapper = new ObjectMapper();
    private final String url;
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(Sample.CONNECTIONS)
                    .setMaxConnPerRoute(Sample.CONNECTIONS)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(10, TimeUnit.SECONDS)
                            .setSocketTimeout(60, TimeUnit.SECONDS)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(60, TimeUnit.SECONDS)
                    .setResponseTimeout(60, TimeUnit.SECONDS)
                    .build())
            .build();

    BareClient(String domain) {
        this.url = domain + "/api/contacts";
    }

    @Override
    public Map<?, ?> create(Map<String, Object> record) throws IOException {
        HttpPost post = new HttpPost(url);
        post.setHeader("Authorization", "Token token=" + Sample.API_KEY);
        post.setHeader("Accept", "application/json");
        post.setEntity(
                new ByteArrayEntity(mapper.writeValueAsBytes(Map.of("contact", record)), ContentType.APPLICATION_JSON));
        return client.execute(post, this::read);
    }

    private Map<?, ?> read(ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() >= 300) {
            throw new IOException("answered " + answer.getCode());
        }
        return (Map<?, ?>)
                mapper.readValue(answer.getEntity().getContent(), Map.class).get("contact");
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
