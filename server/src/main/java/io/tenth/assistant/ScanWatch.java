package io.tenth.assistant;

import io.tenth.capture.Scan;
import io.tenth.capture.Scans;
import io.tenth.shared.Actor;
import io.tenth.shared.ScanId;
import io.tenth.shared.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Waits for scans to be over, whichever node carries them out. So many wait at a time and no more: who comes later, and who waits
 * while the server stops, is told at once how the scan stands.
 */
@Component
class ScanWatch {

    private static final int MOST_WAITING = 200;
    private static final int MOST_OF_A_PERSON = 5;
    private static final long FIRST_LOOK_MILLIS = 50;
    private static final long BETWEEN_LOOKS_MILLIS = 1000;

    private final Scans scans;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<UserId, Integer> ofPerson = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    ScanWatch(Scans scans) {
        this.scans = scans;
    }

    /** Returns when the scan is over, or when it has been waited for long enough. */
    void await(ScanId id, Duration most, Actor.Person person) {
        var mine = ofPerson.merge(person.user(), 1, Integer::sum);
        var all = waiting.incrementAndGet();
        try {
            if (mine <= MOST_OF_A_PERSON && all <= MOST_WAITING) {
                look(id, most, person);
            }
        } finally {
            waiting.decrementAndGet();
            ofPerson.computeIfPresent(person.user(), (who, count) -> count == 1 ? null : count - 1);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.countDown();
    }

    private void look(ScanId id, Duration most, Actor.Person person) {
        var end = System.nanoTime() + most.toNanos();
        var pause = FIRST_LOOK_MILLIS;
        while (!isOver(scans.one(id, person)) && System.nanoTime() < end && !isClosing(pause)) {
            pause = Math.min(pause * 2, BETWEEN_LOOKS_MILLIS);
        }
    }

    private boolean isClosing(long afterMillis) {
        try {
            return closing.await(afterMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean isOver(Scan scan) {
        return scan.state().isOver();
    }
}
