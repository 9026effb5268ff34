package io.tenth.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * The way to the service, for everybody here who asks it: within what all nodes together may ask, with another try where one may
 * help, and none while the service fails again and again or has asked to be left alone. Thread-safe.
 */
final class ModelLine {

    private static final int MOST_TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final Duration LONGEST_WAIT_OF_A_PERSON = Duration.ofSeconds(10);
    private static final Duration LONGEST_QUIET = Duration.ofMinutes(10);
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);
    private static final int LOOKS_BACK = 10;
    private static final int JUDGES_AFTER = 4;
    private static final float ILL_PERCENT = 50;

    private final CircuitBreaker breaker;
    private final Toll toll;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final Clock clock;
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.EPOCH);

    /** The breaker itself stays open past its time, until somebody asks: who asks here whether to ask would wait for ever. */
    private final AtomicReference<Instant> openUntil = new AtomicReference<>(Instant.EPOCH);

    ModelLine(Toll toll, Sleeper sleeper, RandomGenerator random, Clock clock) {
        this.toll = toll;
        this.sleeper = sleeper;
        this.random = random;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                "language model",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindow(LOOKS_BACK, JUDGES_AFTER, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(ILL_PERCENT)
                        .waitDurationInOpenState(LEFT_ALONE)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> openUntil.set(
                        change.getStateTransition().getToState() == CircuitBreaker.State.OPEN
                                ? clock.instant().plus(LEFT_ALONE)
                                : Instant.EPOCH));
    }

    /** Something that is asked, within the time that is left. */
    @FunctionalInterface
    interface Asking<T> {
        T ask(Duration left) throws ModelException;
    }

    /** Takes one request out of what may be asked; false where none is free soon enough. */
    @FunctionalInterface
    interface Toll {
        boolean take(Duration atMost) throws InterruptedException;
    }

    /** Lets time pass, or less of it where something completes before. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time, CompletableFuture<?> stopped) throws InterruptedException;
    }

    /**
     * How long an answer is worth waiting for.
     *
     * @param end until when
     * @param longestPause between two tries
     * @param stopped completes where nobody waits any more
     */
    record Patience(Instant end, Duration longestPause, CompletableFuture<?> stopped) {

        /** That of work which nobody looks at. */
        static Patience until(Instant end) {
            return new Patience(end, LONGEST_QUIET, new CompletableFuture<>());
        }

        /** That of a person, who rather asks again than to wait for a long pause of the service's. */
        static Patience of(Dialogue dialogue) {
            return new Patience(dialogue.end(), LONGEST_WAIT_OF_A_PERSON, dialogue.stopped());
        }

        private void requireSomebody() throws ModelException {
            if (stopped.isDone()) {
                throw ModelException.resting();
            }
        }
    }

    /** Lets time pass on this thread. */
    static void sleep(Duration time, CompletableFuture<?> stopped) throws InterruptedException {
        try {
            stopped.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException over) {
            // who has slept looks whether anybody still waits
        }
    }

    /** Whether nothing would be asked now. */
    boolean rests() {
        return left(openUntil.get()).isPositive() || quiet().isPositive();
    }

    /** The answer, or why there is none when nobody waits for it any more. */
    <T> T ask(Asking<T> asking, Patience patience) throws ModelException {
        for (var tries = 1; ; tries++) {
            try {
                patience.requireSomebody();
                return admitted(asking, patience.end());
            } catch (ModelException failure) {
                var pause = pause(tries, failure);
                if (!failure.mayPass() || tries == MOST_TRIES || !isWorth(pause, patience)) {
                    throw failure;
                }
                pass(pause, patience.stopped());
            }
        }
    }

    private boolean isWorth(Duration pause, Patience patience) {
        return pause.compareTo(patience.longestPause()) <= 0
                && left(patience.end()).minus(pause).isPositive()
                && breaker.getState() != CircuitBreaker.State.OPEN;
    }

    private <T> T admitted(Asking<T> asking, Instant end) throws ModelException {
        var quiet = quiet();
        if (quiet.isPositive()) {
            throw ModelException.busy(Optional.of(quiet));
        }
        if (!breaker.tryAcquirePermission()) {
            throw ModelException.resting();
        }
        var judged = false;
        try {
            pay(end);
            var answer = asking.ask(left(end));
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            judged = true;
            return answer;
        } catch (ModelException failure) {
            judged = note(failure);
            throw failure;
        } finally {
            if (!judged) {
                breaker.releasePermission();
            }
        }
    }

    /** Whether it tells how the service is. One that has too much to do is not asked whether it is well. */
    private boolean note(ModelException failure) {
        failure.retryAfter()
                .map(pause -> pause.compareTo(LONGEST_QUIET) < 0 ? pause : LONGEST_QUIET)
                .ifPresent(pause -> quietUntil.set(clock.instant().plus(pause)));
        if (failure.isIll()) {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        }
        return failure.isIll();
    }

    private void pay(Instant end) throws ModelException {
        try {
            if (!toll.take(left(end))) {
                throw ModelException.busy(Optional.empty());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ModelException.resting();
        }
    }

    /** What the service asks for, else any time below a ceiling that doubles with each try. */
    private Duration pause(int tries, ModelException failure) {
        return failure.retryAfter().map(asked -> asked.plus(upTo(FIRST_PAUSE))).orElseGet(() -> upTo(ceiling(tries)));
    }

    private static Duration ceiling(int tries) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << (tries - 1));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private Duration upTo(Duration ceiling) {
        return Duration.ofNanos(random.nextLong(ceiling.toNanos() + 1));
    }

    private void pass(Duration pause, CompletableFuture<?> stopped) throws ModelException {
        try {
            sleeper.sleep(pause, stopped);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ModelException.resting();
        }
    }

    private Duration quiet() {
        return left(quietUntil.get());
    }

    private Duration left(Instant end) {
        return Duration.between(clock.instant(), end);
    }
}
