package io.tenth.capture;

import io.tenth.mail.MailSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Bounds the mail that the scans of this node hold in memory at once, whatever its messages weigh. One person has half of it at
 * most, and so has one host: room is kept while a service is waited for, and a slow one would keep it from all others. A single
 * message that is heavier than what is usually held at once has one of a few places beside it, of which a person and a host have one
 * at most. Who needs little goes before those who wait for more; the places for heavy messages go round in the order in which they
 * were asked for, so that no slow hosts have them again and again while others wait.
 */
@Component
class Room {

    private static final int BYTES_IN_KILOBYTE = 1024;
    private static final int KILOBYTES = 32 * 1024;
    private static final int HEAVY_PLACES = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Part light = new Part(KILOBYTES, KILOBYTES / 2);
    private final Part heavy = new Part(HEAVY_PLACES, 1);

    /** The part of one scan of this person's, at this host where it asks one. It takes for its batches and gives back in the same order. */
    Share share(Object person, Optional<String> host) {
        return new Share(Stream.concat(Stream.of(person), host.stream()).toList());
    }

    /** A bounded number of something, of which each holder has only so many. Used under the lock. */
    private static final class Part {

        private final int most;
        private final int mostOfOne;
        private final Map<Object, Integer> held = new HashMap<>();
        private final Deque<Wait> line = new ArrayDeque<>();
        private int used;

        Part(int most, int mostOfOne) {
            this.most = most;
            this.mostOfOne = mostOfOne;
        }

        boolean has(int amount, List<Object> holders) {
            return amount == 0
                    || (used + amount <= most
                            && holders.stream().allMatch(one -> held.getOrDefault(one, 0) + amount <= mostOfOne));
        }

        /** Whether nobody has waited for longer who could take theirs too. */
        boolean isTurnOf(Wait wait) {
            return line.stream()
                    .takeWhile(earlier -> earlier != wait)
                    .noneMatch(earlier -> has(earlier.amount, earlier.holders));
        }

        void take(int amount, List<Object> holders) {
            used += amount;
            holders.forEach(one -> held.merge(one, amount, Integer::sum));
        }

        void give(int amount, List<Object> holders) {
            used -= amount;
            holders.forEach(one -> held.computeIfPresent(one, (who, has) -> has <= amount ? null : has - amount));
        }
    }

    private record Taken(Part part, int amount) {}

    /** Somebody's place in the line for a part. No two are the same. */
    private static final class Wait {

        private final int amount;
        private final List<Object> holders;

        Wait(int amount, List<Object> holders) {
            this.amount = amount;
            this.holders = holders;
        }
    }

    /** What one scan holds. Thread-safe: one stage takes, another one gives back. */
    final class Share implements AutoCloseable {

        private final List<Object> holders;
        private final Deque<Taken> taken = new ArrayDeque<>();
        private boolean closed;

        private Share(List<Object> holders) {
            this.holders = holders;
        }

        /** Waits until there is room for so many bytes, before they are read. Returns false where it was closed meanwhile. */
        boolean take(long bytes) throws InterruptedException {
            var wanted = wanted(bytes);
            lock.lockInterruptibly();
            try {
                await(wanted);
                if (!closed) {
                    wanted.part().take(wanted.amount(), holders);
                    taken.addLast(wanted);
                }
                return !closed;
            } finally {
                lock.unlock();
            }
        }

        private void await(Taken wanted) throws InterruptedException {
            var wait = new Wait(wanted.amount(), holders);
            if (wanted.part() == heavy) {
                heavy.line.addLast(wait);
            }
            try {
                while (!closed
                        && !(wanted.part().has(wanted.amount(), holders)
                                && wanted.part().isTurnOf(wait))) {
                    freed.await();
                }
            } finally {
                if (heavy.line.remove(wait)) {
                    freed.signalAll();
                }
            }
        }

        /**
         * Says how many bytes came of what was taken last. All of that is given back and the right size taken instead: who holds some
         * and waits for more could keep others waiting who do the same. A heavy message that came as it was expected keeps its place.
         */
        void settle(long bytes) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                if (!wanted(bytes).equals(taken.peekLast())) {
                    give(taken.pollLast());
                    take(bytes);
                }
            } finally {
                lock.unlock();
            }
        }

        /** Gives the room of the oldest batch back. */
        void giveBack() {
            lock.lock();
            try {
                give(taken.poll());
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                closed = true;
                taken.forEach(this::give);
                taken.clear();
                freed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void give(@Nullable Taken back) {
            if (back != null) {
                back.part().give(back.amount(), holders);
                freed.signalAll();
            }
        }

        private Taken wanted(long bytes) {
            if (bytes > MailSession.BYTES_AT_ONCE) {
                return new Taken(heavy, 1);
            }
            return new Taken(light, Math.toIntExact((bytes + BYTES_IN_KILOBYTE - 1) / BYTES_IN_KILOBYTE));
        }
    }
}
