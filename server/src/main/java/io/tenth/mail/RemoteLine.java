package io.tenth.mail;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way to one mailbox. What fails and may pass is tried again within the deadline of the whole, and as long as this mailbox has
 * retries left; a host that nobody reaches is left alone for a while, by all who ask it. Thread-safe.
 */
final class RemoteLine {

    private static final int MOST_TRIES = 4;
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(10);

    private final CircuitBreaker breaker;
    private final Duration deadline;
    private final Pauses pauses;
    private final Sleeper sleeper;
    private final Clock clock;
    private final Counter throttled;
    private final RetryAllowance allowance = new RetryAllowance();
    private final Waits waits;

    /**
     * A way.
     *
     * @param breaker of the host
     * @param throttled counts how often too much was asked
     */
    RemoteLine(
            CircuitBreaker breaker, Duration deadline, Pauses pauses, Sleeper sleeper, Clock clock, Counter throttled) {
        this.breaker = breaker;
        this.throttled = throttled;
        this.waits = new Waits(clock);
        this.deadline = deadline;
        this.pauses = pauses;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /** Something that is asked of the service. */
    @FunctionalInterface
    interface Question<T> {
        T answer() throws MailServiceException;
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** It took longer than the whole may take; what was asked may still be going on. */
    static final class OutOfTimeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfTimeException() {
            super("the deadline has passed", null, false, false);
        }
    }

    /**
     * The answer, at the latest when the deadline has passed.
     *
     * @throws OutOfTimeException when there is none by then
     */
    <T> T ask(Question<T> question) throws MailServiceException {
        var end = new End();
        allowance.earn();
        for (var tries = 1; ; tries++) {
            try {
                return admitted(question, end);
            } catch (MailServiceException failure) {
                var pause = pauses.after(tries, failure);
                if (!mayPass(failure)
                        || tries == MOST_TRIES
                        || !end.left().minus(pause).isPositive()
                        || !isWorthwhile()) {
                    throw failure;
                }
                sleep(pause);
            }
        }
    }

    /** The answer of the first try, for somebody who waits for it. */
    <T> T askOnce(Question<T> question) throws MailServiceException {
        return admitted(question, new End());
    }

    /** The toll, with no deadline while one waits for it: that is our own budget, and says nothing of the service. */
    Toll unhurried(Toll toll) {
        return units -> {
            waits.begin();
            try {
                toll.pay(units);
            } finally {
                waits.end();
            }
        };
    }

    private static boolean mayPass(MailServiceException failure) {
        return failure instanceof Throttled || failure instanceof Unavailable;
    }

    private boolean isWorthwhile() {
        return breaker.getState() != CircuitBreaker.State.OPEN && allowance.spend();
    }

    private <T> T admitted(Question<T> question, End end) throws MailServiceException {
        if (!breaker.tryAcquirePermission()) {
            throw new Unavailable("The mail service has failed again and again. It is left alone for a moment.");
        }
        try {
            var answer = inTime(question, end);
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            return answer;
        } catch (MailServiceException | RuntimeException failure) {
            note(failure);
            throw failure;
        }
    }

    /** A host that refuses is well; one that has too much to do, or fails on one mailbox, is not asked whether it is. */
    private void note(Exception failure) {
        switch (failure) {
            case Throttled much -> {
                throttled.increment();
                breaker.releasePermission();
            }
            case Unavailable ill -> noteIllness(ill);
            case MailServiceException refusal -> breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            default -> breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        }
    }

    private void noteIllness(Unavailable ill) {
        if (ill.isSilence()) {
            breaker.onError(0, TimeUnit.NANOSECONDS, ill);
        } else {
            breaker.releasePermission();
        }
    }

    private <T> T inTime(Question<T> question, End end) throws MailServiceException {
        var task = new FutureTask<>(question::answer);
        Thread.startVirtualThread(task);
        try {
            return awaited(task, end);
        } catch (ExecutionException failed) {
            throw reason(failed);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new OutOfTimeException();
        } catch (InterruptedException stopping) {
            task.cancel(true);
            throw interrupted(stopping);
        }
    }

    private <T> T awaited(FutureTask<T> task, End end)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            var waited = waits.total();
            try {
                return task.get(Math.max(SHORTEST_LOOK.toNanos(), end.left().toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                if (waits.total().equals(waited)) {
                    throw late;
                }
            }
        }
    }

    private static MailServiceException reason(ExecutionException failed) {
        if (failed.getCause() instanceof MailServiceException known) {
            return known;
        }
        throw new IllegalStateException("a mail service could not be asked", failed.getCause());
    }

    private void sleep(Duration pause) throws Unavailable {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    private static Unavailable interrupted(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new Unavailable("The mail service was not waited for.", stopping);
    }

    /** When an answer must be there: later by as long as was waited for the toll since. */
    private final class End {

        private final Instant atFirst = clock.instant().plus(deadline);
        private final Duration waitedBefore = waits.total();

        Duration left() {
            return Duration.between(clock.instant(), atFirst)
                    .plus(waits.total())
                    .minus(waitedBefore);
        }
    }
}
