package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PausesTest {

    private static final int PAUSES = 10_000;

    private final Pauses pauses = new Pauses(Duration.ofMillis(500), Duration.ofSeconds(8), new Random(20_260_301));

    /** The test of Kolmogorov and Smirnov: at p = 0.01 the two distributions are no further apart than 1.628 / √n. */
    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "4, 4000", "5, 8000", "40, 8000"})
    void areSpreadEvenlyBelowACeilingThatDoubles(int tries, long ceilingMillis) {
        var sorted = IntStream.range(0, PAUSES)
                .mapToDouble(
                        number -> pauses.after(tries, new Unavailable("away")).toNanos() / (ceilingMillis * 1e6))
                .sorted()
                .toArray();

        var furthest = IntStream.range(0, PAUSES)
                .mapToDouble(number -> Math.max(
                        Math.abs(sorted[number] - (double) number / PAUSES),
                        Math.abs(sorted[number] - (number + 1.0) / PAUSES)))
                .max()
                .orElseThrow();
        assertThat(furthest).isLessThan(1.628 / Math.sqrt(PAUSES));
        assertThat(sorted[PAUSES - 1]).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void areNeverShorterThanTheServiceAsks(int tries) {
        var much = new Throttled("too much", Optional.of(Duration.ofSeconds(7)));

        assertThat(IntStream.range(0, 1_000).mapToObj(number -> pauses.after(tries, much)))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_500)));
    }
}
