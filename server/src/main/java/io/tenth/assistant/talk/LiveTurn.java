package io.tenth.assistant.talk;

import io.tenth.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.node.ObjectNode;

/**
 * A turn that runs on this node: what it has said, for those who listen here, and whether it is to stop. Nothing is interrupted by
 * that: a write that is under way is finished, and only nobody waits for it.
 */
final class LiveTurn {

    private final Turn turn;
    private final Actor.Person person;
    private final Instant end;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<String> chunks = new ArrayList<>();
    private boolean over;
    private int stored;

    LiveTurn(Turn turn, Actor.Person person, Instant end) {
        this.turn = turn;
        this.person = person;
        this.end = end;
    }

    Turn turn() {
        return turn;
    }

    Actor.Person person() {
        return person;
    }

    /** When it is ended, whatever it does. */
    Instant end() {
        return end;
    }

    /** Completes where it is to stop. */
    CompletableFuture<Void> stopped() {
        return stopped;
    }

    void stop() {
        stopped.complete(null);
    }

    void say(ObjectNode chunk) {
        lock.lock();
        try {
            chunks.add(chunk.toString());
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is said. */
    void close() {
        lock.lock();
        try {
            over = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was said and is not stored yet. */
    List<String> unstored() {
        lock.lock();
        try {
            return List.copyOf(chunks.subList(stored, chunks.size()));
        } finally {
            lock.unlock();
        }
    }

    /** So many more of the chunks are stored. */
    void stored(int more) {
        lock.lock();
        try {
            stored += more;
        } finally {
            lock.unlock();
        }
    }

    /** What was said from some chunk on, as soon as there is something, or after a while nothing. */
    Heard hear(int from, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            var left = wait.toNanos();
            while (chunks.size() == from && !over && left > 0) {
                left = news.awaitNanos(left);
            }
            return new Heard(List.copyOf(chunks.subList(from, chunks.size())), over);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Some chunks, each as JSON.
     *
     * @param last whether nothing follows
     */
    record Heard(List<String> chunks, boolean last) {}

    /** Waits for something for as long as the turn goes on. Empty where that is over first. */
    <T> Optional<T> await(CompletableFuture<T> work, Duration left) throws InterruptedException {
        try {
            CompletableFuture.anyOf(work, stopped).get(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a call of a tool failed past the one way to call it", failed.getCause());
        }
        return work.isDone() ? Optional.of(work.join()) : Optional.empty();
    }
}
