package io.tenth.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisLimiterTest extends LimiterContract {

    private final TestRedis redis = new TestRedis();
    private final RedisLimiter limiter = node();

    @AfterEach
    void stop() {
        limiter.close();
        redis.close();
    }

    @Override
    Limiter limiter() {
        return limiter;
    }

    @Test
    void sharesWhatACallerHasUsedWithTheOtherNodes() {
        try (var other = node()) {
            IntStream.range(0, 60).forEach(one -> limiter.take(caller, MOST));
            assertThat(other.take(caller, MOST).remaining()).isEqualTo(39);

            IntStream.range(0, 39).forEach(one -> other.take(caller, MOST));

            assertThat(limiter.take(caller, MOST).admitted()).isFalse();
            assertThat(other.take(caller, MOST).admitted()).isFalse();
        }
    }

    @Test
    void limitsByItselfWhileRedisIsAwayAndSharesAgainAfterwards() {
        limiter.take(caller, MOST);
        redis.stop();

        IntStream.range(0, MOST)
                .forEach(
                        one -> assertThat(limiter.take(caller, MOST).admitted()).isTrue());
        assertThat(limiter.take(caller, MOST).admitted()).isFalse();

        redis.startAgain();
        try (var other = node()) {
            Awaitility.await().until(() -> {
                clock.advance(Duration.ofSeconds(6));
                return share(limiter, other);
            });
        }
    }

    @Test
    void startsWithoutRedis() {
        redis.stop();
        try (var early = node()) {
            assertThat(early.take(caller, MOST)).isEqualTo(new Verdict(true, MOST, MOST - 1, 61));
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new RedisLimiter("cache", new LocalLimiter(clock), clock, Duration.ofSeconds(10)));
    }

    private static boolean share(Limiter one, Limiter other) {
        one.take("shared", 1_000_000);
        var left = one.take("shared", 1_000_000).remaining();
        return other.take("shared", 1_000_000).remaining() == left - 1;
    }

    /** Patient, since a busy machine is no Redis that is away. */
    private RedisLimiter node() {
        return new RedisLimiter(redis.url(), new LocalLimiter(clock), clock, Duration.ofSeconds(10));
    }
}
