package io.github.camelfreshsales.simulator;

import java.util.concurrent.CountDownLatch;

/** The simulator as a program. It prints where it is and what key it takes, and runs until it is stopped. */
public final class FreshsalesSimulatorMain {

    private static final String USAGE = """
            Options:
              --port <number>     listen on this port (default: a free one)
              --bind <address>    listen on this address (default: 127.0.0.1)
              --https             speak https with a certificate for localhost
              --classic           the older product: root /api, leads
              --key <key>         a key that may do everything
              --contacts <count>  begin with so many generated contacts
              --switch <name>     turn a switch on; may be given several times
              --per-hour <count>  allow the account so many requests an hour
              --per-minute <count>
                                  allow the account so many requests a minute
              --job-looks <count> find a job under way so often before it ends (default: 2)
              --store-nothing     check and answer what is written, but keep none of it
              --help              print this""";

    private FreshsalesSimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        FreshsalesSimulatorBuilder options = FreshsalesSimulator.builder().journalLimit(1_000);
        try {
            if (!read(arguments, options)) {
                System.out.println(USAGE);
                return;
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
        FreshsalesSimulator simulator = options.start();
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("Freshsales simulator");
        System.out.println("  domain          " + simulator.domain());
        System.out.println("  API root        " + simulator.apiRoot());
        System.out.println("  key             " + simulator.apiKey());
        System.out.println("  restricted key  " + simulator.restrictedKey());
        new CountDownLatch(1).await();
    }

    /** Reads the arguments; false when help was asked for. */
    static boolean read(String[] arguments, FreshsalesSimulatorBuilder options) {
        long perHour = 0;
        long perMinute = 0;
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--https" -> options.https(true);
                case "--classic" -> options.classic(true);
                case "--port" -> options.port(Integer.parseInt(value(arguments, ++at)));
                case "--bind" -> options.bindAddress(value(arguments, ++at));
                case "--key" -> options.apiKeys(value(arguments, ++at));
                case "--switch" -> options.with(Switch.valueOf(value(arguments, ++at)));
                case "--per-hour" -> perHour = Long.parseLong(value(arguments, ++at));
                case "--per-minute" -> perMinute = Long.parseLong(value(arguments, ++at));
                case "--job-looks" -> options.jobsTakeLooks(Integer.parseInt(value(arguments, ++at)));
                case "--store-nothing" -> options.storeNothing();
                case "--contacts" -> {
                    int count = Integer.parseInt(value(arguments, ++at));
                    options.prepare(simulator -> simulator.generate("contacts", count));
                }
                case "--help" -> {
                    return false;
                }
                default -> throw new IllegalArgumentException("Unknown option " + arguments[at]);
            }
        }
        options.quota(perHour, perMinute);
        return true;
    }

    private static String value(String[] arguments, int at) {
        if (at == arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
        }
        return arguments[at];
    }
}
