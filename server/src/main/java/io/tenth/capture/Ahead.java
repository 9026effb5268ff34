package io.tenth.capture;

import io.tenth.mail.MailServiceException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a pipeline: works on the next batch while the current one is used, and never further ahead. All steps run on one
 * thread. Closing it waits for nothing: a step that is under way ends, and then what the stage used is closed.
 */
final class Ahead<T> implements AutoCloseable {

    /** How the stage gets its next batch; empty at the end. */
    @FunctionalInterface
    interface Step<T> {
        Optional<T> next() throws IOException, MailServiceException, InterruptedException;
    }

    /** Asked now and then during a long wait. */
    @FunctionalInterface
    interface Watch {
        /** Whether the wait is worth going on with. */
        boolean goesOn();
    }

    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Step<T> step;
    private final Runnable atEnd;
    private @Nullable Future<Optional<T>> coming;
    private boolean ended;

    Ahead(Step<T> step, Runnable atEnd) {
        this.step = step;
        this.atEnd = atEnd;
    }

    /** The next batch; empty at the end, and where the watch gave up. */
    Optional<T> next(Watch watch) throws IOException, MailServiceException, InterruptedException {
        var current = coming == null ? begun() : coming;
        while (!isThere(current)) {
            if (!watch.goesOn()) {
                return Optional.empty();
            }
        }
        var value = valueOf(current);
        coming = value.isPresent() ? begun() : current;
        ended = value.isEmpty();
        return value;
    }

    private Future<Optional<T>> begun() {
        return thread.submit(Correlation.carried(step::next));
    }

    /** Whether there is no further batch; false also where the watch gave up. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        thread.execute(atEnd);
        thread.shutdown();
    }

    private static <T> boolean isThere(Future<T> future) throws InterruptedException {
        try {
            future.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillWorking) {
            return false;
        } catch (ExecutionException failed) {
            return true;
        }
    }

    private static <T> T valueOf(Future<T> future) throws IOException, MailServiceException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            var cause = failed.getCause();
            if (cause instanceof IOException source) {
                throw source;
            }
            if (cause instanceof MailServiceException service) {
                throw service;
            }
            if (cause instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("a stage of a scan failed", cause);
        }
    }
}
