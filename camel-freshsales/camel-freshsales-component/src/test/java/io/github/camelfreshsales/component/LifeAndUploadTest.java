// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import jakarta.activation.DataHandler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** forget, clone, convert, restore and upload beside what the table of resources tests; and views of odd accounts. */
class LifeAndUploadTest extends ServiceTest {

    private static final String UPLOAD = "freshsales:upload?targetType=Contact&targetId=7";

    @TempDir
    Path folder;

    @Test
    void forgetTakesIdsAsDeleteDoes() {
        serviceAnswers(200, "true");

        assertThat(call("freshsales:forget?resourceType=contacts", 5)).isEqualTo(true);
        call("freshsales:forget?resourceType=contacts", List.of(5, Map.of("id", 5)));

        assertThat(arrived()).hasSize(3).allSatisfy(request -> {
            assertThat(request.getMethod().getName()).isEqualTo("DELETE");
            assertThat(request.getUrl()).isEqualTo("/crm/sales/api/contacts/5/forget");
        });
    }

    @Test
    void cloneNeedsNoOverrides() {
        serviceAnswers(200, "{\"deal\":{\"id\":8},\"users\":[]}");

        Object copy = call("freshsales:clone?resourceType=deals&recordId=7", null);

        assertThat(copy).isEqualTo(Map.of("id", 8L));
        assertThat(onlyRequest().getBody()).isEmpty();
    }

    @Test
    void cloneOfManyIsRefused() {
        assertThat(refusal("freshsales:clone?resourceType=deals&recordId=7", List.of()))
                .hasMessageContaining("takes one record with overrides as the body, or nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clone", "convert"})
    void copyOfUnknownFateIsNotSentAgain(String operation) {
        serviceAnswers(503, "");

        FreshsalesException e = failure("freshsales:" + operation + "?resourceType=leads&recordId=7", null);

        assertThat(e.isOutcomeUnknown()).isTrue();
        assertThat(e.isRetryable()).isFalse();
    }

    // --- upload

    private static void uploaded(LoggedRequest request, String name, String type, byte[] content) {
        assertThat(request.getMethod().getName()).isEqualTo("POST");
        assertThat(request.getUrl()).isEqualTo("/crm/sales/api/documents");
        assertThat(request.getHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(request.getPart("targetable_type").getBody().asString()).isEqualTo("Contact");
        assertThat(request.getPart("targetable_id").getBody().asString()).isEqualTo("7");
        assertThat(request.getPart("file_name").getBody().asString()).isEqualTo(name);
        assertThat(request.getPart("file").getBody().asBytes()).isEqualTo(content);
        assertThat(request.getPart("file").getFileName()).isEqualTo(name);
        assertThat(request.getPart("file").getHeader("Content-Type").firstValue())
                .isEqualTo(type);
    }

    @Test
    void fileBringsItsNameAndType() throws Exception {
        serviceAnswers(200, "{\"id\":1,\"msg\":\"ok\",\"url\":\"u\"}");
        Path file = Files.writeString(folder.resolve("offer.txt"), "hello");

        Object byPath = call(UPLOAD, file);
        call(UPLOAD, file.toFile());

        assertThat(byPath).isEqualTo(Map.of("id", 1L, "msg", "ok", "url", "u"));
        arrived().forEach(request -> {
            uploaded(request, "offer.txt", "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
            assertThat(request.getPart("is_shared").getBody().asString()).isEqualTo("false");
        });
    }

    @Test
    void bytesAndStreamsNeedAName() {
        serviceAnswers(200, "{}");
        byte[] bytes = {1, 2, 3};
        Map<String, Object> headers = Map.of(
                FreshsalesConstants.FILE_NAME, "x.bin",
                FreshsalesConstants.CONTENT_TYPE, "image/x",
                FreshsalesConstants.SHARED, true);

        call(UPLOAD + "&fileName=x.bin&contentType=image/x&shared=true", bytes);
        call(UPLOAD, new ByteArrayInputStream(bytes), headers);
        call(
                "freshsales:upload",
                bytes,
                Map.of(
                        FreshsalesConstants.TARGET_TYPE, "Contact",
                        FreshsalesConstants.TARGET_ID, 7L,
                        FreshsalesConstants.FILE_NAME, "x.bin",
                        FreshsalesConstants.CONTENT_TYPE, "image/x",
                        FreshsalesConstants.SHARED, "true"));

        assertThat(arrived()).hasSize(3).allSatisfy(request -> {
            uploaded(request, "x.bin", "image/x", bytes);
            assertThat(request.getPart("is_shared").getBody().asString()).isEqualTo("true");
        });
    }

    @Test
    void attachmentBringsItsNameAndType() {
        serviceAnswers(200, "{}");

        Exchange result = context.createFluentProducerTemplate()
                .withProcessor(exchange -> exchange.getMessage(AttachmentMessage.class)
                        .addAttachment("a.pdf", new DataHandler(new BytesOf("pdf", "application/pdf"))))
                .to(UPLOAD)
                .send();

        assertThat(result.getException()).isNull();
        uploaded(onlyRequest(), "a.pdf", "application/pdf", "pdf".getBytes(StandardCharsets.UTF_8));
    }

    record BytesOf(String text, String contentType) implements jakarta.activation.DataSource {

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public java.io.OutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public String getName() {
            return "";
        }
    }

    @Test
    void uploadIsStreamed() {
        serviceAnswers(200, "{}");
        InputStream large = new InputStream() {
            private int left = 20_000_000;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                assertThat(count).as("read in parts").isLessThan(1_000_000);
                int some = Math.min(count, left);
                left -= some;
                return some > 0 ? some : -1;
            }
        };

        call(UPLOAD + "&fileName=large.bin", large);

        assertThat(onlyRequest().getHeader("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(onlyRequest().getBody().length).isGreaterThan(20_000_000);
    }

    @Test
    void uploadSaysWhatItNeeds() {
        assertThat(refusal(UPLOAD, new byte[] {1})).hasMessageContaining("needs the option fileName");
        assertThat(refusal(UPLOAD, null))
                .hasMessageContaining("a message with one attachment; it has no attachment, and its body is empty");
        assertThat(refusal(UPLOAD, "text"))
                .hasMessageContaining(
                        "its body is text. Make bytes of it, with convertBodyTo(byte[].class, \"UTF-8\")");
        assertThat(refusal(UPLOAD, Map.of())).hasMessageContaining("its body is a java.util.");
        assertThat(refusal("freshsales:upload?targetId=7", new byte[] {1})).hasMessageContaining("targetType");
        assertThat(refusal("freshsales:upload?targetType=Deal", new byte[] {1})).hasMessageContaining("targetId");
    }

    @Test
    void uploadOfUnknownFateIsNotSentAgain() {
        serviceAnswers(502, "");

        assertThat(failure(UPLOAD + "&fileName=x", new byte[] {1}).isOutcomeUnknown())
                .isTrue();
    }

    // --- views

    @Test
    void accountWithoutADefaultViewSaysWhatThereIs() {
        SERVICE.stubFor(get(urlPathMatching(".*/filters"))
                .willReturn(aResponse()
                        .withBody("{\"filters\":[{\"id\":1,\"name\":\"Mine\"},{\"id\":2,\"name\":\"Yours\"}]}")));

        assertThat(failure("freshsales:list?resourceType=deals", null))
                .hasMessageContaining("The account has no default view of deals. Name one in viewName or viewId;"
                        + " there are Mine (1), Yours (2)");
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void jsonAndObjectsAreGivenForRowsToo() {
        serviceAnswers(200, "{\"deals\":[{\"id\":1,\"name\":\"a\"}],\"meta\":{\"total\":1}}");
        String list = "freshsales:list?resourceType=deals&viewId=9";

        Object json = call(list + "&outputFormat=json", null);
        List<?> objects =
                (List<?>) call(list + "&outputFormat=pojo&outputType=" + RecordCallsTest.Deal.class.getName(), null);
        Object raw = call(list + "&outputFormat=raw", null);
        Object whole = call(list + "&unwrap=false", null);

        assertThat(json).isEqualTo("[{\"id\":1,\"name\":\"a\"}]");
        assertThat(((RecordCallsTest.Deal) objects.get(0)).name).isEqualTo("a");
        assertThat(raw).isInstanceOf(byte[].class);
        assertThat(whole)
                .isEqualTo(Map.of("deals", List.of(Map.of("id", 1L, "name", "a")), "meta", Map.of("total", 1L)));
    }

    @Test
    void dryRunOfAListShowsItsFirstPage() {
        Map<?, ?> shown = (Map<?, ?>) call(
                "freshsales:list?resourceType=deals&viewId=9&fetch=all&page=3&sort=updated_at&sortType=desc&dryRun=true",
                null);

        assertThat(shown.get("url"))
                .isEqualTo(SERVICE.baseUrl()
                        + "/crm/sales/api/deals/view/9?page=3&per_page=100&sort=updated_at&sort_type=desc");
        assertThat(arrived()).isEmpty();
    }
}
