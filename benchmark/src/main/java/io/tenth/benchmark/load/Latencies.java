package io.tenth.benchmark.load;

import java.util.Arrays;
import java.util.Collection;

/** How long requests took, each of them, in microseconds. */
final class Latencies {

    private int[] micros = new int[1 << 12];
    private int count;

    static Latencies sum(Collection<Latencies> parts) {
        var sum = new Latencies();
        for (var part : parts) {
            for (var i = 0; i < part.count; i++) {
                sum.addMicros(part.micros[i]);
            }
        }
        return sum;
    }

    void add(long nanos) {
        addMicros((int) (nanos / 1_000));
    }

    int count() {
        return count;
    }

    /** The time in milliseconds within which this share of the requests was answered; 0 where there was none. */
    double millis(double share) {
        if (count == 0) {
            return 0;
        }
        var sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1_000.0;
    }

    private void addMicros(int one) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, 2 * count);
        }
        micros[count++] = one;
    }
}
