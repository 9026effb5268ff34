package io.tenth.request;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeyRepository {

    private final JdbcClient jdbc;

    KeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        IN_FLIGHT,
        CARRIED_OUT,
        ANSWERED
    }

    /**
     * What is known of a key.
     *
     * @param answer null until there is one
     */
    record Known(
            String fingerprint,
            UUID attempt,
            State state,
            Instant claimedAt,
            Instant expiresAt,
            @Nullable KeptAnswer answer) {}

    /** One try at a request. */
    record Try(UUID user, String key, UUID attempt, String fingerprint, Instant at, Instant expires) {}

    /** Returns false when the key is known. Does not wait for whoever works under it. */
    boolean insert(Try made) {
        return jdbc.sql("""
                        INSERT INTO idempotency_keys (user_id, key_hash, fingerprint, attempt, state, claimed_at, expires_at)
                        VALUES (:user, :key, :fingerprint, :attempt, 'in_flight', :now, :expires)
                        ON CONFLICT (user_id, key_hash) DO NOTHING
                        """)
                        .param("user", made.user())
                        .param("key", made.key())
                        .param("fingerprint", made.fingerprint())
                        .param("attempt", made.attempt())
                        .param("now", made.at().atOffset(ZoneOffset.UTC))
                        .param("expires", made.expires().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Known> find(UUID user, String key, Seal seal) {
        return jdbc.sql("""
                        SELECT fingerprint, attempt, state, claimed_at, expires_at, status, content_type, location, etag, body
                          FROM idempotency_keys WHERE user_id = :user AND key_hash = :key
                        """)
                .param("user", user)
                .param("key", key)
                .query((row, number) -> new Known(
                        row.getString("fingerprint"),
                        row.getObject("attempt", UUID.class),
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getTimestamp("claimed_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        answer(row, seal)))
                .optional();
    }

    /** Begins anew where an earlier try ended in nothing or has expired. Returns false when somebody was faster. */
    boolean takeOver(Known from, Try made) {
        return jdbc.sql("""
                        UPDATE idempotency_keys
                           SET fingerprint = :fingerprint, attempt = :attempt, state = 'in_flight', status = NULL,
                               content_type = NULL, location = NULL, etag = NULL, body = NULL,
                               claimed_at = :now, expires_at = :expires
                         WHERE user_id = :user AND key_hash = :key AND attempt = :from AND state = :state
                        """)
                        .param("user", made.user())
                        .param("key", made.key())
                        .param("from", from.attempt())
                        .param("state", from.state().name().toLowerCase(Locale.ROOT))
                        .param("fingerprint", made.fingerprint())
                        .param("attempt", made.attempt())
                        .param("now", made.at().atOffset(ZoneOffset.UTC))
                        .param("expires", made.expires().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returns false when another try holds the key. */
    boolean carriedOut(Claim.Held held) {
        return jdbc.sql("""
                        UPDATE idempotency_keys SET state = 'carried_out'
                         WHERE user_id = :user AND key_hash = :key AND attempt = :attempt AND state <> 'answered'
                        """)
                        .param("user", held.person().user().value())
                        .param("key", held.key())
                        .param("attempt", held.attempt())
                        .update()
                == 1;
    }

    void answer(Claim.Held held, KeptAnswer answer, Seal seal) {
        jdbc.sql("""
                        UPDATE idempotency_keys
                           SET state = 'answered', status = :status, content_type = :type, location = :location, etag = :etag,
                               body = :body
                         WHERE user_id = :user AND key_hash = :key AND attempt = :attempt
                        """)
                .param("user", held.person().user().value())
                .param("key", held.key())
                .param("attempt", held.attempt())
                .param("status", answer.status())
                .param("type", answer.contentType(), Types.VARCHAR)
                .param("location", answer.location(), Types.VARCHAR)
                .param("etag", answer.etag(), Types.VARCHAR)
                .param("body", seal.close(bodyOf(held.attempt()), answer.body()))
                .update();
    }

    void release(Claim.Held held) {
        jdbc.sql("""
                        DELETE FROM idempotency_keys
                         WHERE user_id = :user AND key_hash = :key AND attempt = :attempt AND state = 'in_flight'
                        """)
                .param("user", held.person().user().value())
                .param("key", held.key())
                .param("attempt", held.attempt())
                .update();
    }

    /** Lets a change that was made, and whose answer is not kept, count as one whose answer was lost. */
    void dateBack(Claim.Held held, Instant to) {
        jdbc.sql("""
                        UPDATE idempotency_keys SET claimed_at = :to
                         WHERE user_id = :user AND key_hash = :key AND attempt = :attempt AND state = 'carried_out'
                        """)
                .param("user", held.person().user().value())
                .param("key", held.key())
                .param("attempt", held.attempt())
                .param("to", to.atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteExpired() {
        jdbc.sql("DELETE FROM idempotency_keys WHERE expires_at <= now()").update();
    }

    private static @Nullable KeptAnswer answer(ResultSet row, Seal seal) throws SQLException {
        var body = row.getBytes("body");
        return body == null
                ? null
                : new KeptAnswer(
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        seal.open(bodyOf(row.getObject("attempt", UUID.class)), body));
    }

    private static Place bodyOf(UUID attempt) {
        return new Place("idempotency_keys", "body", attempt);
    }
}
