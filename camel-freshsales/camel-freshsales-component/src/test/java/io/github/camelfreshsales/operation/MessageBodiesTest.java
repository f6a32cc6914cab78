// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.component.TestContext;
import io.github.camelfreshsales.content.EncodedContent;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.content.Records;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileBinding;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageBodiesTest {

    private static final String ZOE = "{\"first_name\":\"Zoë\"}";
    private static final Map<String, Object> RECORD = Map.of("first_name", "Zoë");

    @TempDir
    Path folder;

    private final CamelContext context = new TestContext();
    private final RecordReader reader = new RecordReader(new ObjectMapper(), MessageBodies::unwrap);

    @AfterEach
    void stop() {
        context.stop();
    }

    /** What the client of a server calls a file; it must never be taken for a record. */
    public record DirectoryEntry(String filename, String longname) {}

    private Exchange exchange(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private static GenericFile<Object> remote(Object body) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFile(new DirectoryEntry("zoe.json", "-rw-r--r-- zoe.json"));
        file.setFileName("in/zoe.json");
        file.setFileNameOnly("zoe.json");
        file.setBody(body);
        return file;
    }

    private Object read(Object body) {
        Records records = reader.read(MessageBodies.of(exchange(body).getMessage()));
        return records instanceof Records.One one ? one.record() : records;
    }

    static Stream<Object> contents() throws IOException {
        byte[] bytes = ZOE.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        written.write(bytes);
        Path file = Files.writeString(Files.createTempFile("zoe", ".json"), ZOE);
        file.toFile().deleteOnExit();
        return Stream.of(
                bytes,
                ZOE,
                new ByteArrayInputStream(bytes),
                new StringReader(ZOE),
                file,
                file.toFile(),
                written,
                new InputStreamCache(bytes),
                RECORD);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void remoteFileIsItsContent(Object content) {
        assertThat(read(remote(content))).isEqualTo(RECORD);
    }

    @Test
    void remoteFileThatWasNotDownloadedIsRefused() {
        assertThatThrownBy(() -> read(remote(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The body is a remote file that has not been downloaded; leave out the option download=false"
                                + " of its endpoint");
        assertThatThrownBy(() -> MessageBodies.unwrap(remote(null))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contentThatComesWhenItIsAskedForIsLoaded() {
        GenericFile<Object> file = remote(null);
        file.setBinding(new GenericFileBinding<>() {
            private Object body;

            @Override
            public Object getBody(GenericFile<Object> any) {
                return body;
            }

            @Override
            public void setBody(GenericFile<Object> any, Object given) {
                body = given;
            }

            @Override
            public void loadContent(Exchange exchange, GenericFile<?> any) {
                body = ZOE;
            }
        });

        assertThat(read(file)).isEqualTo(RECORD);
    }

    @Test
    void localFileIsTheFile() throws IOException {
        File file = Files.writeString(folder.resolve("zoe.json"), ZOE).toFile();
        GenericFile<File> local = new GenericFile<>();
        local.setFile(file);

        assertThat(MessageBodies.unwrap(local)).isEqualTo(file);
        assertThat(read(local)).isEqualTo(RECORD);
    }

    @Test
    void charsetOfTheEndpointIsHonoured() throws IOException {
        byte[] latin = ZOE.getBytes(StandardCharsets.ISO_8859_1);
        File file = Files.write(folder.resolve("zoe.json"), latin).toFile();
        GenericFile<File> local = new GenericFile<>();
        local.setFile(file);
        local.setCharset("ISO-8859-1");
        GenericFile<Object> remote = remote(latin);
        remote.setCharset("iso-8859-1");
        Exchange named = exchange(remote(new ByteArrayInputStream(latin)));
        named.setProperty(ExchangePropertyKey.CHARSET_NAME, "ISO-8859-1");

        assertThat(read(local)).isEqualTo(RECORD);
        assertThat(read(remote)).isEqualTo(RECORD);
        assertThat(reader.record(named)).isEqualTo(RECORD);
        assertThat(MessageBodies.unwrap(local)).isEqualTo(new EncodedContent(file, StandardCharsets.ISO_8859_1));
    }

    @Test
    void fileEndpointBringsItsContentNameAndCharset() throws Exception {
        context.start();
        Files.write(folder.resolve("zoe.json"), ZOE.getBytes(StandardCharsets.ISO_8859_1));
        ConsumerTemplate consumer = context.createConsumerTemplate();

        Exchange received = consumer.receive(
                "file:" + folder + "?charset=ISO-8859-1&noop=true&initialDelay=0&fileName=zoe.json", 10_000);
        NamedContent named = MessageBodies.named(received.getMessage());

        assertThat(reader.read(MessageBodies.of(received.getMessage()))).isEqualTo(new Records.One(RECORD));
        assertThat(named.name()).isEqualTo("zoe.json");
        assertThat(named.content()).isInstanceOf(File.class);
        consumer.doneUoW(received);
    }

    private static List<Object> records(RecordReader reader, Object body) {
        List<Object> records = new ArrayList<>();
        try (Records.Many many = (Records.Many) reader.read(body)) {
            many.elements().forEachRemaining(element -> records.add(reader.record(element)));
        }
        return records;
    }

    @Test
    void exchangesAndMessagesAreTheirBodies() {
        Exchange inner = exchange(ZOE.getBytes(StandardCharsets.UTF_8));
        Message message = exchange(remote(ZOE)).getMessage();
        List<Object> mixed = List.of(exchange(RECORD), message, RECORD, ZOE, exchange(inner), exchange(message));

        assertThat(records(reader, mixed)).hasSize(6).allMatch(RECORD::equals);
        assertThat(records(reader, MessageBodies.of(exchange(mixed).getMessage())))
                .hasSize(6);
        assertThat(records(reader, mixed.iterator())).hasSize(6);
        assertThat(records(reader, mixed.toArray())).hasSize(6);
        assertThat(reader.record(exchange(inner))).isEqualTo(RECORD);
    }

    @Test
    void exchangeWithoutABodyIsNoRecord() {
        assertThatThrownBy(() -> reader.record(exchange(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The record is null");
        assertThat(MessageBodies.of(exchange(null).getMessage())).isNull();
    }

    /** Neither an InputStream nor a Reader, as the cache of an XML source. */
    private static final class OtherCache implements StreamCache {

        private boolean used;

        @Override
        public void reset() {
            used = false;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(used ? new byte[0] : ZOE.getBytes(StandardCharsets.UTF_8));
            used = true;
        }

        @Override
        public StreamCache copy(Exchange exchange) {
            return new OtherCache();
        }

        @Override
        public boolean inMemory() {
            return true;
        }

        @Override
        public long length() {
            return -1;
        }

        @Override
        public long position() {
            return -1;
        }
    }

    @Test
    void cacheOfAStreamStaysUsable() throws IOException {
        byte[] bytes = ZOE.getBytes(StandardCharsets.UTF_8);
        InputStreamCache stream = new InputStreamCache(bytes);
        ReaderCache text = new ReaderCache(ZOE);
        StreamCache source = new OtherCache();

        for (int i = 0; i < 2; i++) {
            assertThat(read(stream)).isEqualTo(RECORD);
            assertThat(read(text)).isEqualTo(RECORD);
            assertThat(read(source)).isEqualTo(RECORD);
            stream.reset();
            text.reset();
        }
        assertThat(Stream.of(stream, text, source)).allMatch(MessageBodies::canBeReadAgain);
    }

    @Test
    void fileKeepsItsNameWhenItIsSentAsItIs() throws IOException {
        File file = Files.writeString(folder.resolve("a.pdf"), "x").toFile();
        byte[] bytes = {1, 2, 3};
        WrappedFile<Object> unnamed = new WrappedFile<>() {
            @Override
            public Object getFile() {
                return new DirectoryEntry("b.pdf", "");
            }

            @Override
            public Object getBody() {
                return bytes;
            }

            @Override
            public long getFileLength() {
                return bytes.length;
            }
        };
        Exchange named = exchange(unnamed);
        named.getMessage().setHeader(Exchange.FILE_NAME_ONLY, "b.pdf");
        Function<Object, NamedContent> sent =
                body -> MessageBodies.named(exchange(body).getMessage());

        assertThat(sent.apply(remote(bytes))).isEqualTo(new NamedContent("zoe.json", bytes));
        assertThat(MessageBodies.named(named.getMessage())).isEqualTo(new NamedContent("b.pdf", bytes));
        assertThat(sent.apply(file)).isEqualTo(new NamedContent("a.pdf", file));
        assertThat(sent.apply(file.toPath())).isEqualTo(new NamedContent("a.pdf", file.toPath()));
        assertThat(sent.apply(exchange(remote(bytes)))).isEqualTo(new NamedContent("zoe.json", bytes));
        assertThat(sent.apply(bytes)).isEqualTo(new NamedContent(null, bytes));
        assertThat(sent.apply(remote(bytes)).toString()).isEqualTo("[B");
    }

    @Test
    void streamOfARemoteFileCannotBeReadAgain() {
        GenericFile<Object> streamed = remote(InputStream.nullInputStream());

        assertThat(MessageBodies.canBeReadAgain(streamed)).isFalse();
        assertThat(MessageBodies.canBeReadAgain(List.of(RECORD, exchange(streamed))))
                .isFalse();
        assertThat(MessageBodies.canBeReadAgain(remote(ZOE))).isTrue();
        assertThat(MessageBodies.canBeReadAgain(List.of(exchange(ZOE)))).isTrue();
    }
}
