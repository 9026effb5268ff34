package io.tenth.capture;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Bounds the mail that the scans of this node hold in memory at once, whatever its messages weigh. A batch that is heavier than
 * the whole room waits until it has the room to itself.
 */
@Component
class Room {

    private static final int KILOBYTES = 32 * 1024;
    private static final int BYTES_IN_KILOBYTE = 1024;

    private final Semaphore kilobytes = new Semaphore(KILOBYTES, true);

    /** The part of one scan, which takes for its batches and gives back in the same order. */
    Share share() {
        return new Share();
    }

    /** What one scan holds. Thread-safe: one stage takes, another one gives back. */
    final class Share implements AutoCloseable {

        private final Queue<Integer> taken = new ArrayDeque<>();
        private boolean closed;

        /** Waits until there is room for so many bytes. */
        void take(long bytes) throws InterruptedException {
            var needed = Math.clamp(bytes / BYTES_IN_KILOBYTE + 1, 1, KILOBYTES);
            kilobytes.acquire(needed);
            synchronized (this) {
                if (closed) {
                    kilobytes.release(needed);
                } else {
                    taken.add(needed);
                }
            }
        }

        /** Gives the room of the oldest batch back. */
        synchronized void giveBack() {
            var oldest = taken.poll();
            if (oldest != null) {
                kilobytes.release(oldest);
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            taken.forEach(kilobytes::release);
            taken.clear();
        }
    }
}
