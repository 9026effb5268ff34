package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.Expiring;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The count of guesses at passwords. The visitor's claim is the key of an {@link AttemptCounter}. */
@Service
class Attempts implements Expiring {

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether an attempt may be compared. */
    enum Turn {
        OPEN,
        /** It may, and one more wrong password locks the counter: this one. */
        LAST,
        LOCKED
    }

    /** Counts an attempt before its password is compared, so that attempts at the same time cannot exceed the limit. */
    @Transactional
    Turn count(Actor.Visitor visitor) {
        var rule = LockRule.STANDARD;
        return jdbc.sql("""
                        INSERT INTO sign_in_attempts AS known (counter, failures, touched_at)
                        VALUES (:counter, 1, :now)
                        ON CONFLICT (counter) DO UPDATE
                           SET failures = CASE WHEN known.locked_until IS NULL THEN known.failures + 1 ELSE 1 END,
                               locked_until = CASE WHEN known.locked_until IS NULL AND known.failures + 1 >= :limit
                                                   THEN :until END,
                               touched_at = :now
                         WHERE known.locked_until IS NULL OR known.locked_until <= :now
                        RETURNING locked_until IS NOT NULL
                        """)
                .param("counter", visitor.claim())
                .param("limit", rule.attempts())
                .param("until", clock.instant().plus(rule.lockedFor()).atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .map(locks -> locks ? Turn.LAST : Turn.OPEN)
                .orElse(Turn.LOCKED);
    }

    /** Begins to count anew, after a sign-in. */
    @Transactional
    void forget(Actor.Visitor visitor) {
        jdbc.sql("DELETE FROM sign_in_attempts WHERE counter = :counter")
                .param("counter", visitor.claim())
                .update();
    }

    /** Forgets what nobody has touched for a day: most of it is of addresses that have no account. */
    @Override
    @Transactional
    public void forgetExpired(Actor.Program program) {
        jdbc.sql("DELETE FROM sign_in_attempts WHERE touched_at <= now() - interval '1 day'")
                .update();
    }
}
