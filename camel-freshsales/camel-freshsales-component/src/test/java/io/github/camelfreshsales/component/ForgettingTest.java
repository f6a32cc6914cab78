// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of keys, parameters and routes of which there were thousands. */
class ForgettingTest extends ServiceTest {

    private static final int ENDPOINTS_KEPT = 20;

    @Test
    void keysThatAreNotUsedAnyMoreLeaveNoAccountAndNoConnection() throws Exception {
        manyKeys(60);
    }

    @Test
    void answersOfManyParametersAreNotKeptForEver() {
        manyParameters(300);
    }

    @Test
    @Tag("large")
    void thousandsAreForgotten() throws Exception {
        Figures begin = Figures.of(component);
        manyKeys(5_000);
        System.out.println("5,000 keys: " + begin + " -> " + Figures.of(component));

        begin = Figures.of(component);
        manyParameters(3_000);
        System.out.println("3,000 parameters: " + begin + " -> " + Figures.of(component));

        begin = Figures.of(component);
        manyRoutes(400);
        System.out.println("400 routes: " + begin + " -> " + Figures.of(component));
    }

    private void manyKeys(int count) throws Exception {
        serviceAnswers(200, "{\"filters\":[]}");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:keys")
                        .toD("freshsales:ping?apiKey=${header.key}", ENDPOINTS_KEPT)
                        .setBody(simple("${body[ok]}"));
            }
        });
        ProducerTemplate template = context.createProducerTemplate();
        long files = openFiles();

        for (int i = 0; i < count; i++) {
            Object ok = template.requestBodyAndHeader("direct:keys", null, "key", "key-number-" + i, Object.class);
            assertThat(ok).isEqualTo(true);
        }

        assertThat(component.accounts().reports()).hasSizeLessThanOrEqualTo(ENDPOINTS_KEPT + 1);
        assertThat(openFiles() - files).as("a connection has two ends here").isLessThan(4 * ENDPOINTS_KEPT);
        SERVICE.resetRequests();
    }

    private void manyParameters(int count) {
        serviceAnswers(200, "{\"users\":[{\"id\":1}]}");

        for (int i = 0; i < count; i++) {
            owners(i);
        }
        owners(count - 1);
        assertThat(arrived()).as("the last one is kept").hasSize(count);
        owners(0);
        assertThat(arrived()).as("the first one is not").hasSize(count + 1);
        SERVICE.resetRequests();
    }

    private void owners(int number) {
        Map<String, Object> parameters = Map.of("number", number);
        assertThat(call(
                        "freshsales:selector?selectorName=owners",
                        null,
                        Map.of("CamelFreshsalesQueryParameters", parameters)))
                .isEqualTo(List.of(Map.of("id", 1L)));
    }

    private void manyRoutes(int count) throws Exception {
        serviceAnswers(200, "{\"filters\":[]}");
        for (int i = 0; i < count; i++) {
            String id = "r" + i;
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:" + id).routeId(id).to("freshsales:ping?recordId=" + id);
                }
            });
            context.createProducerTemplate().requestBody("direct:" + id, (Object) null);
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
            context.removeEndpoints("freshsales:ping?recordId=" + id);
        }
        SERVICE.resetRequests();
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private record Figures(int accounts, long files, long kilobytes) {

        static Figures of(FreshsalesComponent component) {
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            return new Figures(component.accounts().reports().size(), openFiles(), used / 1024);
        }
    }
}
