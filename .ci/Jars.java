import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Looks at what the build has made of the modules that are released.
 *
 * <pre>
 * java .ci/Jars.java check           each jar has what it must have, and no more
 * java .ci/Jars.java check release   the same of sources, javadoc, pom and bill of materials, after mvn -Prelease package
 * java .ci/Jars.java table           writes what users download into the manual; .ci/downloads calls it
 * </pre>
 */
public final class Jars {

    private static final List<String> LICENSES = List.of("META-INF/LICENSE", "META-INF/NOTICE");
    private static final List<String> PLACES = List.of("META-INF/", "io/github/camelfreshsales/", "kamelets/", "dev-ui/");
    private static final String BEGIN = "// downloads, written by .ci/downloads";
    private static final String END = "// downloads, end";

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Path> moduleNames = new HashMap<>();

    public static void main(String[] args) throws IOException {
        Jars jars = new Jars();
        List<Path> modules = modules();
        if (args.length > 0 && args[0].equals("table")) {
            writeTable(modules);
            return;
        }
        boolean release = args.length > 1 && args[1].equals("release");
        for (Path module : modules) {
            jars.check(module, release);
        }
        jars.problems.forEach(System.err::println);
        System.out.println(modules.size() + " modules, " + jars.problems.size() + " problems");
        System.exit(modules.isEmpty() || !jars.problems.isEmpty() ? 1 : 0);
    }

    /** The folders of the modules that are released and have a jar. */
    private static List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.find(Path.of("camel-freshsales"), 4, (file, a) -> file.endsWith("pom.xml"))) {
            return files.filter(pom -> !text(pom).contains("<not.released>true"))
                    .filter(pom -> !text(pom).contains("<packaging>pom"))
                    .map(Path::getParent)
                    .filter(module -> mainJar(module) != null)
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jars(Path module) {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !name(file).startsWith("original-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path mainJar(Path module) {
        return jars(module).stream()
                .filter(jar -> !name(jar).matches(".*-(sources|javadoc|program|tests|runner)\\.jar"))
                .findFirst()
                .orElse(null);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void check(Path module, boolean release) throws IOException {
        Path main = mainJar(module);
        checkMain(main);
        String stem = main.toString().replaceAll("\\.jar$", "");
        for (String kind : List.of("-sources.jar", "-javadoc.jar")) {
            Path jar = Path.of(stem + kind);
            if (Files.exists(jar)) {
                checkHas(jar, LICENSES);
            } else if (release) {
                problems.add(jar + " is missing");
            }
        }
        if (release) {
            checkPom(module.resolve("target/.flattened-pom.xml"));
            if (!Files.exists(module.resolve("target/bom.json"))) {
                problems.add(module + " has no bill of materials");
            }
        }
    }

    private void checkMain(Path jar) throws IOException {
        checkHas(jar, LICENSES);
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes entries = file.getManifest().getMainAttributes();
            for (String key : List.of("Implementation-Title", "Implementation-Version", "Implementation-Vendor")) {
                if (entries.getValue(key) == null) {
                    problems.add(jar + " has no " + key);
                }
            }
            String module = entries.getValue("Automatic-Module-Name");
            if (module == null || !module.matches("io\\.github\\.camelfreshsales(\\.[a-z]\\w*)*")) {
                problems.add(jar + " has the Automatic-Module-Name " + module);
            } else if (moduleNames.put(module, jar) != null) {
                problems.add(jar + " has the Automatic-Module-Name of another: " + module);
            }
            file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .filter(entry -> PLACES.stream().noneMatch(entry.getName()::startsWith))
                    .forEach(entry -> problems.add(jar + " has a stray " + entry.getName()));
        }
    }

    private void checkHas(Path jar, List<String> names) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            names.stream()
                    .filter(name -> file.getEntry(name) == null)
                    .forEach(name -> problems.add(jar + " has no " + name));
        }
    }

    private void checkPom(Path pom) throws IOException {
        if (!Files.exists(pom)) {
            problems.add(pom + " is missing");
            return;
        }
        String text = Files.readString(pom);
        if (text.contains("<parent>")) {
            problems.add(pom + " has a parent");
        }
        for (String element : List.of("name", "description", "url", "licenses", "developers", "scm")) {
            if (!text.matches("(?s).*<" + element + "[ >].*")) {
                problems.add(pom + " has no " + element);
            }
        }
    }

    private static void writeTable(List<Path> modules) throws IOException {
        List<String> table = new ArrayList<>();
        table.add("[cols=\"4,2,2,2\",options=\"header\"]");
        table.add("|===");
        table.add("|Module |Its jar |With all dependencies at run time |Camel's part");
        for (Path module : modules) {
            List<Path> needed = Arrays.stream(
                            text(module.resolve("target/runtime.classpath")).trim().split(":"))
                    .filter(entry -> !entry.isBlank())
                    .map(Path::of)
                    .toList();
            List<Path> camels = needed.stream()
                    .filter(jar -> jar.toString().contains("/org/apache/camel/"))
                    .toList();
            Path main = mainJar(module);
            table.add("");
            table.add("|`" + name(main).replaceAll("-\\d.*", "") + "`");
            table.add("|" + kilobytes(List.of(main)));
            table.add("|" + needed.size() + " jars, " + kilobytes(needed));
            table.add("|" + camels.size() + " jars, " + kilobytes(camels));
        }
        table.add("|===");
        write(Path.of("docs/operating.adoc"), table);
    }

    private static String kilobytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return String.format(Locale.ROOT, "%,d kB", (bytes + 999) / 1000);
    }

    private static void write(Path page, List<String> table) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(page));
        int begin = lines.indexOf(BEGIN);
        int end = lines.indexOf(END);
        List<String> all = new ArrayList<>(lines.subList(0, begin + 1));
        all.addAll(table);
        all.addAll(lines.subList(end, lines.size()));
        Files.write(page, all);
    }
}
