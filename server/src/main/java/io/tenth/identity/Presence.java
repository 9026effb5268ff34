package io.tenth.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenth.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who was let in a moment ago, so that most requests ask the database nothing. What ends an access acts at once on this node and
 * within {@link #MEMORY} on the others. Whoever was not let in is not remembered: guesses push nobody out.
 */
@Component
final class Presence {

    static final Duration MEMORY = Duration.ofSeconds(30);

    private static final int MOST = 50_000;

    private final Cache<String, Remembered> known =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    /** When each person's accesses were last forgotten; what was read from the database before that is not believed. */
    private final Cache<UserId, Long> forgotten = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY.multipliedBy(2))
            .maximumSize(MOST)
            .build();

    private final AtomicLong order = new AtomicLong();
    private final Clock clock;

    Presence(Clock clock) {
        this.clock = clock;
    }

    private record Remembered(Access access, long order, Instant read) {}

    /** The access that a key stands for: as remembered, or else as read. */
    Optional<Access> of(String key, Supplier<Optional<Access>> read) {
        var remembered = known.getIfPresent(key);
        return (remembered != null && isCurrent(remembered) ? Optional.of(remembered.access()) : read(key, read))
                .filter(access -> access.until().isAfter(clock.instant()));
    }

    /** Forgets a person's accesses, once the transaction that changed them is done. */
    void forget(UserId user) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forgotten.put(user, order.incrementAndGet());
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forgotten.put(user, order.incrementAndGet());
            }
        });
    }

    private Optional<Access> read(String key, Supplier<Optional<Access>> read) {
        var before = order.incrementAndGet();
        var now = clock.instant();
        var access = read.get();
        access.ifPresent(found -> known.put(key, new Remembered(found, before, now)));
        return access;
    }

    private boolean isCurrent(Remembered remembered) {
        if (!remembered.read().plus(MEMORY).isAfter(clock.instant())) {
            return false;
        }
        var since = forgotten.getIfPresent(remembered.access().account().id());
        return since == null || since < remembered.order();
    }
}
