// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Message;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The routes of the manual that send only what has changed. */
class UnchangedExamplesTest extends ExampleTest {

    private void start(Language language) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        context.getRegistry().bind("database", database);
        freshsales.getConfiguration().setJobPollInterval(100);
        start(language, new UnchangedRoutes(database), "unchanged.yaml");
    }

    private static Map<String, Object> contact(String name, String city) {
        return Map.of("email", name + "@example.test", "last_name", name, "city", city);
    }

    private static Map<String, Object> summary(Message message) {
        return message.getBody(Map.class);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatHasChangedIsSentUnlessTheHeaderAsksForAll(Language language) throws Exception {
        start(language);
        List<Map<String, Object>> first = List.of(contact("lee", "Oslo"), contact("kim", "Oslo"));
        List<Map<String, Object>> second = List.of(contact("lee", "Oslo"), contact("kim", "Lima"));

        Map<String, Object> ofFirst = summary(send("direct:export", first));
        Map<String, Object> ofSecond = summary(send("direct:export", second));
        Map<String, Object> ofAll = summary(send("direct:export-all", second));

        assertThat(ofFirst).containsEntry("succeeded", 2L).containsEntry("unchanged", 0L);
        assertThat(ofSecond).containsEntry("succeeded", 1L).containsEntry("unchanged", 1L);
        assertThat(ofAll).containsEntry("succeeded", 2L).doesNotContainKey("unchanged");
        assertThat(simulator.bulkItemsReceived()).isEqualTo(2 + 1 + 2);
    }

    @ParameterizedTest
    @EnumSource
    void aSingleContactIsSentOnce(Language language) throws Exception {
        start(language);

        Message first = send("direct:contact", contact("lee", "Oslo"));
        Message second = send("direct:contact", contact("lee", "Oslo"));

        assertThat(first.getHeader("CamelFreshsalesUnchanged")).isEqualTo(false);
        assertThat(second.getHeader("CamelFreshsalesUnchanged")).isEqualTo(true);
        assertThat(second.getBody()).isNull();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }
}
