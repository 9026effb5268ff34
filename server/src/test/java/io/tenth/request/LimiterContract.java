package io.tenth.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every limiter promises, wherever it counts. */
abstract class LimiterContract {

    static final int MOST = 100;

    /** The first moment of a second, so that a test knows which seconds it meets. */
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    final TestClock clock = TestClock.standing();
    final String caller = "read:person:" + UUID.randomUUID();

    abstract Limiter limiter();

    @BeforeEach
    void startAtNoon() {
        at(Duration.ZERO);
    }

    @Test
    void admitsExactlyTheLimitAndSaysHowMuchIsLeft() {
        for (var left = MOST - 1; left >= 0; left--) {
            assertThat(limiter().take(caller, MOST)).isEqualTo(new Verdict(true, MOST, left, 61));
        }

        assertThat(limiter().take(caller, MOST)).isEqualTo(new Verdict(false, MOST, 0, 61));
    }

    @Test
    void givesNoSecondHelpingAtTheEdgeOfAMinute() {
        at(Duration.ofMillis(59_900));
        assertThat(admitted(MOST)).isEqualTo(MOST);

        at(Duration.ofMinutes(1));
        assertThat(admitted(MOST)).isZero();
        at(Duration.ofMillis(119_899));
        assertThat(admitted(MOST)).isZero();
        at(Duration.ofMinutes(2));
        assertThat(admitted(MOST)).isEqualTo(MOST);
    }

    @Test
    void letsEachRequestLeaveTheMinuteByItself() {
        assertThat(admitted(60)).isEqualTo(60);
        at(Duration.ofSeconds(30));
        assertThat(admitted(MOST)).isEqualTo(40);

        at(Duration.ofSeconds(61));
        assertThat(admitted(MOST)).isEqualTo(60);
        at(Duration.ofSeconds(91));
        assertThat(admitted(MOST)).isEqualTo(40);
    }

    @Test
    void keepsItsWordOnWhenTheNextMayCome() {
        admitted(MOST);
        at(Duration.ofSeconds(17));
        var wait = limiter().take(caller, MOST).seconds();

        at(Duration.ofSeconds(17 + wait - 1));
        assertThat(limiter().take(caller, MOST).admitted()).isFalse();
        at(Duration.ofSeconds(17 + wait));
        assertThat(limiter().take(caller, MOST).admitted()).isTrue();
    }

    @Test
    void countsNoRequestThatItRefused() {
        admitted(MOST);
        at(Duration.ofMinutes(1));
        admitted(10 * MOST);

        at(Duration.ofSeconds(61));

        assertThat(admitted(MOST)).isEqualTo(MOST);
    }

    @Test
    void countsCallersApart() {
        admitted(MOST);

        assertThat(limiter().take(caller + "x", MOST).remaining()).isEqualTo(MOST - 1);
    }

    @Test
    void admitsNoMoreWhenAllComeAtOnce() throws Exception {
        Callable<Integer> some = () -> admitted(20);
        var running = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 16).forEach(thread -> running.add(threads.submit(some)));
        }

        var sum = 0;
        for (var thread : running) {
            sum += thread.get();
        }
        assertThat(sum).isEqualTo(MOST);
    }

    @Test
    void locksNobodyOutWhenTheClockIsSetBack() {
        admitted(MOST);

        at(Duration.ofDays(-1));

        assertThat(admitted(MOST)).isEqualTo(MOST);
    }

    final void at(Duration afterNoon) {
        clock.set(NOON.plus(afterNoon).plusMillis(1));
    }

    private int admitted(int tries) {
        return (int) IntStream.range(0, tries)
                .filter(one -> limiter().take(caller, MOST).admitted())
                .count();
    }
}
