// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.ContentFormat;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is on the class path of an application, and what is not. */
class ForeignLibrariesTest {

    /** Run behind the loader. */
    public static final class Program implements Supplier<List<String>> {

        @Override
        public List<String> get() {
            ContentWriters writers = new ContentWriters(new RecordReader(new ObjectMapper()));
            Map<String, Object> record = Map.of("a", 1);
            String json = Written.text(writers.write(ContentFormat.json, document(record), null));
            String xml = Written.text(writers.write(ContentFormat.xml, document(record), null));
            String form = Written.text(writers.write(ContentFormat.form, document(record), null));
            Object read = new ContentReader().read(xml.getBytes(), "application/xml", true);
            return List.of(json, xml, form, read.toString());
        }

        private static Document document(Map<String, Object> record) {
            return new Document(record, null, "contact", "contacts");
        }
    }

    /** Loads our classes anew, and finds no class of the libraries that are hidden. */
    private static final class Hiding extends ClassLoader {

        private final Set<String> asked = new TreeSet<>();

        Hiding() {
            super(ForeignLibrariesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.fasterxml.jackson.dataformat.")
                    || name.startsWith("com.ctc.wstx.")
                    || name.startsWith("org.codehaus.stax2.")) {
                asked.add(name);
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.camelfreshsales.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void jsonXmlAndFormNeedNeitherAnXmlNorACsvLibrary() throws Exception {
        Hiding hiding = new Hiding();
        Class<?> program = hiding.loadClass(Program.class.getName());
        Method get = program.getMethod("get");

        Object written = get.invoke(program.getConstructor().newInstance());

        assertThat(written)
                .isEqualTo(List.of(
                        "{\"a\":1}",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><contact><a>1</a></contact>",
                        "a=1",
                        "{contact={a=1}}"));
        assertThat(hiding.asked).isEmpty();
    }
}
