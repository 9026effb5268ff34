package io.tenth.mail.gmail;

import io.tenth.mail.CallLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What Google counts for each call, and how much of it a person has.
 *
 * @param units in any stretch of time as long as {@code period}
 * @param get of {@code messages.get}
 * @param list of {@code messages.list}
 * @param history of {@code history.list}
 * @param profile of {@code getProfile}
 */
public record GmailCosts(int units, Duration period, int get, int list, int history, int profile) {

    /** More in a batch are likely to be refused, as Google says. */
    private static final int MOST_TOGETHER = 50;

    /** A batch is asked for at one moment, and what it costs is lost to the limit's evenness. */
    private static final int PART = 30;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    public GmailCosts {
        if (get < 1 || list < 1 || history < 1 || profile < 1) {
            throw new IllegalArgumentException("every call costs something");
        }
    }

    CallLimit limit() {
        return new CallLimit(
                units,
                IntStream.of(together() * get, list, history, profile).max().getAsInt(),
                period);
    }

    /** How many messages one batch asks for at most: as many as a small part of a period's units is enough for. */
    int together() {
        return Math.clamp(units / PART / get, 1, MOST_TOGETHER);
    }

    /** The tables that Google has published, named after the year and the units a second. */
    public enum Profile {
        /** Projects that were made before May 2026. */
        LEGACY_250(new GmailCosts(15_000, MINUTE, 5, 5, 2, 1)),
        /** Projects made since. */
        SINCE_2026_100(new GmailCosts(6_000, MINUTE, 20, 5, 2, 1));

        @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and a duration
        private final GmailCosts costs;

        Profile(GmailCosts costs) {
            this.costs = costs;
        }

        public GmailCosts costs() {
            return costs;
        }

        /** The name in the settings: {@code legacy-250}, {@code 2026-100}. */
        public static Profile ofKey(String key) {
            var name = key.toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(values())
                    .filter(profile ->
                            profile.name().equals(name) || profile.name().equals("SINCE_" + name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("GMAIL_QUOTA is legacy-250 or 2026-100."));
        }
    }
}
