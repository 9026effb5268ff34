package io.tenth.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * Counts in the memory of this node. At most so many counters are kept: where more callers than that come within two minutes, the
 * ones that ask least are forgotten first.
 */
final class LocalLimiter implements Limiter {

    private static final int MOST_COUNTERS = 50_000;

    private final Cache<String, Minute> counters = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();
    private final Clock clock;

    LocalLimiter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Verdict take(String counter, int most) {
        return counters.get(counter, first -> new Minute()).take(clock.instant().getEpochSecond(), most);
    }

    /** The requests of one counter, by the second; a ring of which the newest second is the head. */
    private static final class Minute {

        private final int[] counts = new int[SECONDS];
        private long newest;
        private int used;

        synchronized Verdict take(long now, int most) {
            advanceTo(now);
            var admitted = used < most;
            if (admitted) {
                counts[index(newest)]++;
                used++;
            }
            return new Verdict(admitted, most, Math.max(0, most - used), oldest() + SECONDS - now);
        }

        /** A clock that was set back by more than a minute begins anew: nobody waits for it to come round again. */
        private void advanceTo(long now) {
            if (Math.abs(now - newest) >= SECONDS) {
                Arrays.fill(counts, 0);
                used = 0;
                newest = now;
            }
            while (newest < now) {
                newest++;
                used -= counts[index(newest)];
                counts[index(newest)] = 0;
            }
        }

        private long oldest() {
            for (var second = newest - SECONDS + 1; second < newest; second++) {
                if (counts[index(second)] > 0) {
                    return second;
                }
            }
            return newest;
        }

        private static int index(long second) {
            return Math.floorMod(second, SECONDS);
        }
    }
}
