package io.tenth.capture;

import io.tenth.shared.DomainException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Works through messages on a thread beside the one that asks, so that a message which takes too much of the processor's time can
 * be left behind and its neighbours go on. A thread that was left behind ends when its message does; so many of them at once, and
 * no more, are borne.
 */
final class Workbench {

    private static final long BETWEEN_LOOKS_MILLIS = 100;
    private static final int MOST_LEFT_BEHIND = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final long budgetNanos;
    private final LongUnaryOperator processorNanos;
    private final Duration patience;
    private final AtomicInteger leftBehind = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition placeFreed = lock.newCondition();

    /** Gives each message so much time of the processor. */
    Workbench(Duration budget) {
        this(budget, PATIENCE, ManagementFactory.getThreadMXBean()::getThreadCpuTime);
    }

    /** With a patience and a clock of its own: the nanoseconds that the thread of an id has worked so far. */
    Workbench(Duration budget, Duration patience, LongUnaryOperator processorNanos) {
        this.budgetNanos = budget.toNanos();
        this.patience = patience;
        this.processorNanos = processorNanos;
    }

    /** Does the work on each item, in their order. Of one that takes too long, {@code tooLong} says what became of it. */
    <T, R> List<R> all(List<T> items, Function<T, R> work, Function<T, R> tooLong) throws InterruptedException {
        var done = new ArrayList<R>(items.size());
        while (done.size() < items.size()) {
            awaitPlace();
            var run = new Run<>(items.subList(done.size(), items.size()), work);
            run.start();
            done.addAll(run.await());
            if (done.size() < items.size()) {
                done.add(tooLong.apply(items.get(done.size())));
            }
        }
        return done;
    }

    /** How many threads are at work on what was given up. */
    int leftBehind() {
        return leftBehind.get();
    }

    /** Nothing is begun while too many were left behind. Refuses after a while: it is better to come again than to wait for ever. */
    private void awaitPlace() throws InterruptedException {
        var nanosLeft = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (leftBehind.get() >= MOST_LEFT_BEHIND) {
                if (nanosLeft <= 0) {
                    throw DomainException.busy("Too many messages take too long at the moment. Try again in a minute.");
                }
                nanosLeft = placeFreed.awaitNanos(nanosLeft);
            }
        } finally {
            lock.unlock();
        }
    }

    private void freePlace() {
        lock.lock();
        try {
            leftBehind.decrementAndGet();
            placeFreed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One thread at work. It and the one who waits agree under this object's lock on what is done. */
    private final class Run<T, R> implements Runnable {

        private final List<T> items;
        private final Function<T, R> work;
        private final List<R> done = new ArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("analysis").unstarted(this);
        private long begunAt;
        private boolean left;
        private @Nullable RuntimeException fault;

        Run(List<T> items, Function<T, R> work) {
            this.items = items;
            this.work = work;
        }

        void start() {
            thread.start();
        }

        @Override
        public void run() {
            try {
                for (var item : items) {
                    begin();
                    if (!finish(work.apply(item))) {
                        return;
                    }
                }
            } catch (RuntimeException thrown) {
                keep(thrown);
            } finally {
                over.countDown();
                letGo();
            }
        }

        /** Waits until all is done, or until the item at hand has used up its time. */
        List<R> await() throws InterruptedException {
            while (!over.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                if (leaves()) {
                    break;
                }
            }
            return results();
        }

        private synchronized List<R> results() {
            if (fault != null) {
                throw fault;
            }
            if (!left && done.size() < items.size()) {
                throw new IllegalStateException("the work on an item ended in an error of the machine");
            }
            return List.copyOf(done);
        }

        private synchronized void begin() {
            begunAt = processorNanos.applyAsLong(Thread.currentThread().threadId());
        }

        /** Whether to go on. */
        private synchronized boolean finish(R result) {
            if (!left) {
                done.add(result);
            }
            return !left;
        }

        private synchronized void keep(Throwable thrown) {
            fault = left ? null : new IllegalStateException("the work on an item failed", thrown);
        }

        private synchronized boolean leaves() {
            left = fault == null
                    && done.size() < items.size()
                    && processorNanos.applyAsLong(thread.threadId()) - begunAt > budgetNanos;
            if (left) {
                leftBehind.incrementAndGet();
            }
            return left;
        }

        private synchronized void letGo() {
            if (left) {
                freePlace();
            }
        }
    }
}
