// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.program;

import io.github.camelfreshsales.simulator.Plan;
import io.github.camelfreshsales.simulator.RateLimitReset;
import io.github.camelfreshsales.simulator.RetryAfterForm;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.control.Durations;
import io.github.camelfreshsales.simulator.control.Fault;
import io.github.camelfreshsales.simulator.control.Nearest;
import io.github.camelfreshsales.simulator.control.SwitchTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the texts of the command line become values. What cannot be read is told as the rest of a sentence about the option. */
final class Values {

    private Values() {}

    /** A whole number within bounds. */
    private abstract static class Whole implements ITypeConverter<Long> {
        private final long most;

        Whole(long most) {
            this.most = most;
        }

        @Override
        public Long convert(String text) {
            try {
                long number = Long.parseLong(text);
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new TypeConversionException("must be a number from 0 to " + most + ", not " + text);
        }
    }

    static final class Port extends Whole {
        Port() {
            super(65_535);
        }
    }

    static final class Count extends Whole {
        Count() {
            super(1_000_000_000);
        }
    }

    static final class Key implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
                throw new TypeConversionException("must not be blank and must hold no blanks");
            }
            return text;
        }
    }

    static final class Text implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("must not be blank");
            }
            return text.strip();
        }
    }

    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Duration time = converted(() -> Durations.parse("", text));
            if (time.isNegative()) {
                throw new TypeConversionException("must not be negative, but is " + text);
            }
            return time;
        }
    }

    static final class Switches implements ITypeConverter<Switch> {
        @Override
        public Switch convert(String text) {
            return converted(() -> SwitchTable.find(text));
        }
    }

    static final class Faults implements ITypeConverter<Fault> {
        @Override
        public Fault convert(String text) {
            return converted(() -> Fault.parse(text));
        }
    }

    static final class Plans implements ITypeConverter<Plan> {
        @Override
        public Plan convert(String text) {
            return named(Plan.class, text);
        }
    }

    static final class Resets implements ITypeConverter<RateLimitReset> {
        @Override
        public RateLimitReset convert(String text) {
            return named(RateLimitReset.class, text);
        }
    }

    static final class RetryAfters implements ITypeConverter<RetryAfterForm> {
        @Override
        public RetryAfterForm convert(String text) {
            return named(RetryAfterForm.class, text);
        }
    }

    /** A resource and how many of its records. */
    record Seed(String resource, int count) {}

    static final class Seeds implements ITypeConverter<Seed> {
        @Override
        public Seed convert(String text) {
            String[] pair = text.split("=", 2);
            if (pair.length < 2 || pair[0].isBlank()) {
                throw new TypeConversionException("must be a resource and a number such as contacts=500, not " + text);
            }
            return new Seed(pair[0].strip(), Math.toIntExact(new Seeded().convert(pair[1].strip())));
        }
    }

    private static final class Seeded extends Whole {
        Seeded() {
            super(10_000_000);
        }
    }

    /** An attribute that is mandatory. */
    record Requirement(String resource, String attribute) {}

    static final class Requirements implements ITypeConverter<Requirement> {
        @Override
        public Requirement convert(String text) {
            String[] pair = text.split("=", 2);
            if (pair.length < 2 || pair[0].isBlank() || pair[1].isBlank()) {
                throw new TypeConversionException(
                        "must be a resource and an attribute such as contacts=last_name, not " + text);
            }
            return new Requirement(pair[0].strip(), pair[1].strip());
        }
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int at = names.indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (at < 0) {
            throw new TypeConversionException("does not know " + text + "; " + Nearest.hint(text, names));
        }
        return type.getEnumConstants()[at];
    }

    private static <T> T converted(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage().strip());
        }
    }
}
