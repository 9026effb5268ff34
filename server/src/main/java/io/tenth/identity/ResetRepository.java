package io.tenth.identity;

import io.tenth.shared.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResetRepository {

    private final JdbcClient jdbc;

    ResetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A link's hash and its time. */
    record Link(String tokenHash, Instant created, Instant expires) {}

    /** Puts a link in the place of the person's last one. Returns false where that was made after a moment. */
    boolean put(UserId user, Link link, Instant notAfter) {
        return jdbc.sql("""
                                INSERT INTO password_resets AS last (user_id, token_hash, created_at, expires_at)
                                VALUES (:user, :hash, :created, :expires)
                                ON CONFLICT (user_id) DO UPDATE
                                   SET token_hash = :hash, created_at = :created, expires_at = :expires
                                 WHERE last.created_at <= :not_after
                                """)
                        .param("user", user.value())
                        .param("hash", link.tokenHash())
                        .param("created", link.created().atOffset(ZoneOffset.UTC))
                        .param("expires", link.expires().atOffset(ZoneOffset.UTC))
                        .param("not_after", notAfter.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void deleteExpired() {
        jdbc.sql("DELETE FROM password_resets WHERE expires_at <= now()").update();
    }

    Optional<UserId> findOwner(String tokenHash, Instant now) {
        return jdbc.sql("SELECT user_id FROM password_resets WHERE token_hash = :hash AND expires_at > :now")
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    /** Until when a person's link is good. */
    Optional<Instant> findEnd(UserId user, Instant now) {
        return jdbc.sql("SELECT expires_at FROM password_resets WHERE user_id = :user AND expires_at > :now")
                .param("user", user.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Uses a link up. Returns false where it is no longer good. */
    boolean redeem(UserId user, String tokenHash, Instant now) {
        return jdbc.sql(
                                "DELETE FROM password_resets WHERE user_id = :user AND token_hash = :hash AND expires_at > :now")
                        .param("user", user.value())
                        .param("hash", tokenHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
