// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What work costs of the quota of an account, and how long it takes on each plan. */
final class QuotaPlan {

    /** The calls an hour of each plan. */
    static final List<Plan> PLANS =
            List.of(new Plan("Growth", 1_000), new Plan("Pro", 2_000), new Plan("Enterprise", 5_000));

    private static final int RECORDS_A_CALL = 100;
    /** On average, once the component knows how long the jobs of the account take. */
    private static final double CHECKS_A_JOB = 1.2;

    private QuotaPlan() {}

    record Plan(String name, int perHour) {}

    private record Work(String what, int calls) {}

    private static final List<Work> ONCE = List.of(
            new Work("1,000 contacts, an `upsert` each", oneByOne(1_000)),
            new Work("10,000 contacts with `bulkUpsert`", bulkUpsert(10_000)),
            new Work("100,000 contacts with `bulkUpsert`", bulkUpsert(100_000)),
            new Work("10,000 contacts, an `upsert` each", oneByOne(10_000)),
            new Work("100,000 contacts read with `list`", list(100_000)));

    private static final List<Work> HOURLY = List.of(
            new Work("`changes` of one resource, every minute", polls(Duration.ofMinutes(1))),
            new Work("the same with `deletions=true`", 2 * polls(Duration.ofMinutes(1))),
            new Work("`changes` of three resources, every minute", 3 * polls(Duration.ofMinutes(1))),
            new Work("`changes` of three resources, every 5 minutes", 3 * polls(Duration.ofMinutes(5))),
            new Work("the health check of an idle node", polls(Duration.ofMinutes(5))));

    static int oneByOne(int records) {
        return records;
    }

    static int bulkUpsert(int records) {
        int jobs = pages(records);
        return jobs + (int) Math.ceil(jobs * CHECKS_A_JOB);
    }

    /** The views are asked for once, and the last page is one that is not full. */
    static int list(int records) {
        return 1 + records / RECORDS_A_CALL + 1;
    }

    private static int pages(int records) {
        return (records + RECORDS_A_CALL - 1) / RECORDS_A_CALL;
    }

    private static int polls(Duration delay) {
        return (int) Duration.ofHours(1).dividedBy(delay);
    }

    /** How long work takes on a node that counts by itself. */
    static List<String> onOneNode() {
        return times((calls, perHour) -> {
            double rest = calls % perHour - 0.75 * perHour;
            return calls / perHour + Math.max(0, rest) / (0.25 * perHour);
        });
    }

    /** How long work takes on nodes that share a quota. */
    static List<String> inACluster() {
        return times((calls, perHour) -> Math.max(0, calls - 0.2 * perHour) / (0.8 * perHour));
    }

    private interface Hours {
        double of(int calls, int perHour);
    }

    private static List<String> times(Hours hours) {
        return table("Work", ONCE, (work, plan) -> time(hours.of(work.calls(), plan.perHour())));
    }

    /** What part of the quota work takes that never ends. */
    static List<String> shares() {
        return table("Calls in each hour", HOURLY, (work, plan) -> percent(work.calls(), plan.perHour()));
    }

    private static List<String> table(String title, List<Work> all, BiFunction<Work, Plan, String> cell) {
        List<String> titles = new ArrayList<>(List.of(title, "Calls"));
        PLANS.forEach(plan -> titles.add(plan.name() + ", " + number(plan.perHour()) + " an hour"));
        Table table = new Table("6,2,3,3,3", titles.toArray(String[]::new));
        for (Work work : all) {
            List<String> cells = new ArrayList<>(List.of(work.what(), number(work.calls())));
            PLANS.forEach(plan -> cells.add(cell.apply(work, plan)));
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(int calls, int perHour) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * calls / perHour);
    }

    private static String time(double hours) {
        long minutes = (long) Math.ceil(hours * 60 - 1e-6);
        if (minutes == 0) {
            return "at once";
        }
        String full = minutes < 60 ? "" : minutes / 60 + " h ";
        String rest = minutes % 60 == 0 ? "" : minutes % 60 + " min";
        return (full + rest).trim();
    }
}
