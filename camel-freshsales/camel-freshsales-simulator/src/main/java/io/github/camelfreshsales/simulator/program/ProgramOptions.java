// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.program;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorBuilder;
import io.github.camelfreshsales.simulator.Plan;
import io.github.camelfreshsales.simulator.RateLimitReset;
import io.github.camelfreshsales.simulator.RetryAfterForm;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.control.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of the program. */
final class ProgramOptions {

    @Option(
            names = "--port",
            paramLabel = "<number>",
            converter = Values.Port.class,
            description = "Listen on this port (default: a free one)")
    private long port;

    @Option(
            names = "--bind",
            paramLabel = "<address>",
            converter = Values.Text.class,
            description = "Listen on this address; 0.0.0.0 lets other machines in (default: 127.0.0.1)")
    private String bind = "127.0.0.1";

    @Option(
            names = "--allow-host",
            paramLabel = "<name>",
            converter = Values.Text.class,
            description = "A name beside localhost under which the page and /simulator may be asked for")
    private List<String> allowedHosts = new ArrayList<>();

    @Option(names = "--https", description = "Speak https with a certificate for localhost")
    private boolean https;

    @Option(names = "--classic", description = "The older product: root /api, leads")
    private boolean classic;

    @Option(
            names = "--key",
            paramLabel = "<key>",
            converter = Values.Key.class,
            description = "A key that may do everything")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--restricted-key",
            paramLabel = "<key>",
            converter = Values.Key.class,
            description = "A key that may read metadata but no records")
    private List<String> restrictedKeys = new ArrayList<>();

    @Option(
            names = "--plan",
            paramLabel = "<plan>",
            converter = Values.Plans.class,
            description = "Allow as many requests as this plan: free, growth, pro, enterprise, or one of Classic:"
                    + " blossom, garden, estate, forest (default: no limit)")
    private Plan plan;

    @Option(
            names = "--per-hour",
            paramLabel = "<count>",
            converter = Values.Count.class,
            description = "Allow so many requests an hour")
    private Long perHour;

    @Option(
            names = "--per-minute",
            paramLabel = "<count>",
            converter = Values.Count.class,
            description = "Allow so many requests a minute")
    private Long perMinute;

    @Option(
            names = "--rate-limit-reset",
            paramLabel = "<form>",
            converter = Values.Resets.class,
            description = "X-RateLimit-Reset: day-to-second, epoch-seconds, seconds-left, iso, absent")
    private RateLimitReset rateLimitReset = RateLimitReset.DAY_TO_SECOND;

    @Option(
            names = "--retry-after",
            paramLabel = "<form>",
            converter = Values.RetryAfters.class,
            description = "Retry-After of a 429: absent, seconds, http-date, small, huge, broken")
    private RetryAfterForm retryAfter = RetryAfterForm.ABSENT;

    @Option(
            names = "--seed",
            paramLabel = "<resource>=<count>",
            split = ",",
            converter = Values.Seeds.class,
            description = "Begin with so many generated records, such as contacts=500")
    private List<Values.Seed> seeds = new ArrayList<>();

    @Option(names = "--load", paramLabel = "<file>", description = "Begin with a saved state; a reset comes back to it")
    private Path load;

    @Option(
            names = "--save",
            paramLabel = "<file>",
            description = "Save the state at the end, and on POST /simulator/save")
    private Path save;

    @Option(
            names = "--fault",
            paramLabel = "<fault>",
            converter = Values.Faults.class,
            description = "What goes wrong first: a status, slow, busy, drop, empty, garbage or brokenBody, then"
                    + " times=2 (or forever), on=POST contacts, delay=2s, retryAfter=3, afterProcessing=true with"
                    + " commas between")
    private List<Fault> faults = new ArrayList<>();

    @Option(
            names = "--switch",
            paramLabel = "<name>",
            split = ",",
            converter = Values.Switches.class,
            description = "Turn a switch on")
    private List<Switch> switches = new ArrayList<>();

    @Option(names = "--list-switches", description = "Print the switches and what they do")
    private boolean listSwitches;

    @Option(
            names = "--require",
            paramLabel = "<resource>=<attribute>",
            converter = Values.Requirements.class,
            description = "Make an attribute mandatory, such as contacts=last_name")
    private List<Values.Requirement> requirements = new ArrayList<>();

    @Option(
            names = "--custom-module",
            paramLabel = "<cm_name>",
            converter = Values.Text.class,
            description = "Define a custom module")
    private List<String> customModules = new ArrayList<>();

    @Option(
            names = "--job-looks",
            paramLabel = "<count>",
            converter = Values.Count.class,
            description = "Find a job under way so often before it ends, instead of by time")
    private Long jobLooks;

    @Option(
            names = "--job-time",
            paramLabel = "<duration>",
            converter = Values.Time.class,
            description = "Let a job take so long by the clock (default: 3s)")
    private Duration jobTime;

    @Option(
            names = "--search-lag",
            paramLabel = "<duration>",
            converter = Values.Time.class,
            description = "Let filtered search find a change only after so long")
    private Duration searchLag = Duration.ZERO;

    @Option(names = "--store-nothing", description = "Check and answer what is written, but keep none of it")
    private boolean storeNothing;

    @Option(
            names = "--journal",
            paramLabel = "<count>",
            converter = Values.Count.class,
            description = "Keep so many requests for the page (default: 1000)")
    private long journal = 1_000;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print a line for each request, without key and body")
    private boolean verbose;

    boolean listSwitches() {
        return listSwitches;
    }

    boolean isHttps() {
        return https;
    }

    Path saveFile() {
        return save;
    }

    FreshsalesSimulatorBuilder builder() {
        refuseContradictions();
        FreshsalesSimulatorBuilder builder = FreshsalesSimulator.builder()
                .port((int) port)
                .bindAddress(bind)
                .allowHosts(allowedHosts.toArray(String[]::new))
                .https(https)
                .classic(classic)
                .apiKeys(keys.toArray(String[]::new))
                .restrictedKeys(restrictedKeys.toArray(String[]::new))
                .rateLimitReset(rateLimitReset)
                .retryAfter(retryAfter)
                .with(switches.toArray(Switch[]::new))
                .customModules(customModules.toArray(String[]::new))
                .searchLag(searchLag)
                .journalLimit((int) journal);
        addQuota(builder);
        addJobs(builder);
        addRequirements(builder);
        addState(builder);
        if (storeNothing) {
            builder.storeNothing();
        }
        if (verbose) {
            builder.wireMockOptions(wireMock -> wireMock.extensions(new RequestLog(System.out)));
        }
        return builder.prepare(this::fill);
    }

    /** Why the server did not start, as a sentence. */
    String whyItCannotListen(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UnresolvedAddressException) {
            return "--bind does not know the address " + bind;
        }
        boolean isTaken = cause instanceof BindException
                && String.valueOf(cause.getMessage()).contains("in use");
        return isTaken
                ? "Port " + port + " is taken by another program; choose another with --port, or 0 for a free one"
                : "The simulator cannot listen on " + bind + " port " + port + ": " + cause.getMessage();
    }

    private void refuseContradictions() {
        if (plan != null && (perHour != null || perMinute != null)) {
            throw new IllegalArgumentException("--plan and --per-hour or --per-minute contradict each other");
        }
        if (jobLooks != null && jobTime != null) {
            throw new IllegalArgumentException("--job-looks and --job-time contradict each other");
        }
        customModules.stream()
                .filter(name -> !name.matches("cm_\\w+"))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("--custom-module must be a name such as cm_car, not " + name);
                });
    }

    private void addQuota(FreshsalesSimulatorBuilder builder) {
        if (plan != null) {
            builder.plan(plan);
        } else {
            builder.quota(perHour == null ? 0 : perHour, perMinute == null ? 0 : perMinute);
        }
    }

    private void addJobs(FreshsalesSimulatorBuilder builder) {
        if (jobTime != null) {
            builder.jobsTake(jobTime);
        } else if (jobLooks != null) {
            builder.jobsTakeLooks(jobLooks.intValue());
        }
    }

    private void addRequirements(FreshsalesSimulatorBuilder builder) {
        Map<String, List<String>> byResource = new LinkedHashMap<>();
        requirements.forEach(one -> byResource
                .computeIfAbsent(one.resource(), any -> new ArrayList<>())
                .add(one.attribute()));
        byResource.forEach((resource, attributes) -> builder.requires(resource, attributes.toArray(String[]::new)));
    }

    private void addState(FreshsalesSimulatorBuilder builder) {
        if (load != null) {
            byte[] state = read(load);
            builder.prepare(simulator -> load(simulator, state));
        }
        if (save != null) {
            Path folder = save.toAbsolutePath().getParent();
            if (Files.isDirectory(save) || folder == null || !Files.isWritable(folder)) {
                throw new IllegalArgumentException("--save cannot write the file " + save);
            }
            builder.stateFile(save);
        }
    }

    private static byte[] read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("--load finds no file " + file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("--load cannot read the file " + file, e);
        }
    }

    private void load(FreshsalesSimulator simulator, byte[] state) {
        try {
            simulator.load(new ByteArrayInputStream(state));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--load " + load + ": " + e.getMessage(), e);
        }
        addQuotaTo(simulator);
    }

    /** What the command line says wins over the state. */
    private void addQuotaTo(FreshsalesSimulator simulator) {
        if (plan != null) {
            simulator.setQuota(plan.perHour(), plan.perMinute());
        } else if (perHour != null || perMinute != null) {
            simulator.setQuota(perHour == null ? 0 : perHour, perMinute == null ? 0 : perMinute);
        }
        simulator.turnOn(switches.toArray(Switch[]::new));
    }

    private void fill(FreshsalesSimulator simulator) {
        requirements.forEach(one -> simulator.count(one.resource()));
        seeds.forEach(seed -> simulator.generate(seed.resource(), seed.count()));
        faults.forEach(fault -> fault.addTo(simulator));
    }
}
