package io.tenth.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final long MILLI = 1_000_000;

    @Test
    void giveTheTimeWithinWhichAShareWasAnswered() {
        var latencies = new Latencies();
        for (var millis = 100; millis >= 1; millis--) {
            latencies.add(millis * MILLI);
        }

        assertThat(latencies.millis(0.5)).isEqualTo(50);
        assertThat(latencies.millis(0.95)).isEqualTo(95);
        assertThat(latencies.millis(1)).isEqualTo(100);
    }

    @Test
    void addUp() {
        var slow = new Latencies();
        slow.add(9 * MILLI);
        var fast = new Latencies();
        fast.add(MILLI);

        var sum = Latencies.sum(List.of(slow, fast));

        assertThat(sum.count()).isEqualTo(2);
        assertThat(sum.millis(0.5)).isEqualTo(1);
    }

    @Test
    void areNothingWhereNothingWasAsked() {
        assertThat(new Latencies().millis(0.99)).isZero();
    }
}
