package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.TestClock;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import io.tenth.shared.Version;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private final TestClock clock = new TestClock();
    private final Presence presence = new Presence(clock);
    private final AtomicInteger reads = new AtomicInteger();
    private final Access access = Access.bySession(
            new Account(
                    UserId.next(),
                    "ada@firm.example",
                    "Ada",
                    Role.USER,
                    ZoneOffset.UTC,
                    false,
                    new Version(1),
                    clock.instant(),
                    null),
            SessionId.next(),
            clock.instant().plus(Duration.ofHours(1)));

    @Test
    void asksTheDatabaseOnceForManyRequests() {
        for (var request = 0; request < 100; request++) {
            assertThat(presence.of("key", read(Optional.of(access)))).contains(access);
        }

        assertThat(reads).hasValue(1);
    }

    @Test
    void asksAgainForWhomItWasToldToForget() {
        presence.of("key", read(Optional.of(access)));
        presence.forget(access.account().id());

        assertThat(presence.of("key", read(Optional.empty()))).isEmpty();
    }

    @Test
    void doesNotBelieveWhatWasReadBeforeItWasToldToForget() {
        presence.of("key", () -> {
            presence.forget(access.account().id());
            return Optional.of(access);
        });

        assertThat(presence.of("key", read(Optional.empty()))).isEmpty();
    }

    @Test
    void asksAgainOnceItsMemoryIsOver() {
        presence.of("key", read(Optional.of(access)));
        clock.advance(Presence.MEMORY);

        assertThat(presence.of("key", read(Optional.empty()))).isEmpty();
    }

    @Test
    void forgetsNobodyElse() {
        presence.of("key", read(Optional.of(access)));
        presence.forget(UserId.next());
        presence.of("key", read(Optional.of(access)));

        assertThat(reads).hasValue(1);
    }

    @Test
    void letsNobodyInAfterTheEnd() {
        presence.of("key", read(Optional.of(access)));
        clock.advance(Duration.ofHours(1));

        assertThat(presence.of("key", read(Optional.of(access)))).isEmpty();
    }

    @Test
    void remembersNobodyWhoWasNotLetIn() {
        presence.of("key", read(Optional.empty()));

        assertThat(presence.of("key", read(Optional.of(access)))).contains(access);
    }

    private Supplier<Optional<Access>> read(Optional<Access> found) {
        return () -> {
            reads.incrementAndGet();
            return found;
        };
    }
}
