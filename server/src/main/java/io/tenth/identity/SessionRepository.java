package io.tenth.identity;

import io.tenth.shared.TimeCursor;
import io.tenth.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionRepository {

    /** A session's use is written down no more often than this. */
    private static final Duration USE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By what a new session is known: one of the two.
     *
     * @param tokenHash of a browser's cookie
     * @param jti the id of a program's first refresh token
     */
    record Key(@Nullable String tokenHash, @Nullable UUID jti) {}

    /** The refresh token that is good now, as its session's row says. */
    record Current(UUID jti, Instant issued, Instant expires) {}

    void insert(UserId user, Session session, Key key) {
        jdbc.sql("""
                        INSERT INTO sessions (user_id, session_id, kind, token_hash, current_jti, rotated_at, created_at,
                                              last_used_at, expires_at, user_agent, address)
                        VALUES (:user, :session, :kind, :hash, :jti, :rotated, :now, :now, :expires, :agent, :address)
                        """)
                .param("user", user.value())
                .param("session", session.id().value())
                .param("kind", session.kind().name().toLowerCase(Locale.ROOT))
                .param("hash", key.tokenHash(), Types.VARCHAR)
                .param("jti", key.jti(), Types.OTHER)
                .param("rotated", key.jti() == null ? null : utc(session.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(session.createdAt()))
                .param("expires", utc(session.expiresAt()))
                .param("agent", session.device().agent())
                .param("address", session.device().address())
                .update();
    }

    /** Whom a browser's cookie lets in. */
    Optional<Access> findByToken(String tokenHash, Instant now) {
        return jdbc.sql("""
                        SELECT session_id, expires_at, users.* FROM sessions JOIN (SELECT %s FROM users) users USING (user_id)
                         WHERE token_hash = :hash AND expires_at > :now AND NOT disabled
                        """.formatted(AccountRepository.COLUMNS))
                .param("hash", tokenHash)
                .param("now", utc(now))
                .query((row, number) -> access(row))
                .optional();
    }

    /** Whom an access token lets in. */
    Optional<Access> findById(UserId user, SessionId session, Instant now) {
        return jdbc.sql("""
                        SELECT session_id, expires_at, users.* FROM sessions JOIN (SELECT %s FROM users) users USING (user_id)
                         WHERE user_id = :user AND session_id = :session AND expires_at > :now AND NOT disabled
                        """.formatted(AccountRepository.COLUMNS))
                .param("user", user.value())
                .param("session", session.value())
                .param("now", utc(now))
                .query((row, number) -> access(row))
                .optional();
    }

    void recordUse(UserId user, SessionId session, Instant now) {
        jdbc.sql("""
                        UPDATE sessions SET last_used_at = :now
                         WHERE user_id = :user AND session_id = :session AND last_used_at < :long_ago
                        """)
                .param("user", user.value())
                .param("session", session.value())
                .param("now", utc(now))
                .param("long_ago", utc(now.minus(USE)))
                .update();
    }

    /** Puts the next refresh token in the place of the one that is presented. Returns false where that is not the current one. */
    boolean rotate(UserId user, SessionId session, UUID presented, Current next, Device device) {
        return jdbc.sql("""
                                UPDATE sessions
                                   SET current_jti = :next, previous_jti = current_jti, rotated_at = :now, last_used_at = :now,
                                       expires_at = :expires, user_agent = :agent, address = :address
                                 WHERE user_id = :user AND session_id = :session AND current_jti = :presented
                                   AND expires_at > :now
                                """)
                        .param("user", user.value())
                        .param("session", session.value())
                        .param("presented", presented)
                        .param("next", next.jti())
                        .param("now", utc(next.issued()))
                        .param("expires", utc(next.expires()))
                        .param("agent", device.agent())
                        .param("address", device.address())
                        .update()
                == 1;
    }

    /** The refresh token that replaced another one, if it did so after a moment. */
    Optional<Current> findSuccessor(UserId user, SessionId session, UUID replaced, Instant after) {
        return jdbc.sql("""
                        SELECT current_jti, rotated_at, expires_at FROM sessions
                         WHERE user_id = :user AND session_id = :session AND previous_jti = :replaced AND rotated_at > :after
                        """)
                .param("user", user.value())
                .param("session", session.value())
                .param("replaced", replaced)
                .param("after", utc(after))
                .query((row, number) -> new Current(
                        row.getObject("current_jti", UUID.class),
                        instant(row, "rotated_at"),
                        instant(row, "expires_at")))
                .optional();
    }

    /** The newest first, from the place after the cursor on. */
    List<Session> page(UserId user, @Nullable TimeCursor after, int most, Instant now) {
        return jdbc.sql("""
                        SELECT session_id, kind, user_agent, address, created_at, last_used_at, expires_at FROM sessions
                         WHERE user_id = :user AND expires_at > :now
                           AND (:at::timestamptz IS NULL OR (created_at, session_id) < (:at::timestamptz, :id::uuid))
                         ORDER BY created_at DESC, session_id DESC
                         LIMIT :most
                        """)
                .param("user", user.value())
                .param("at", after == null ? null : utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("most", most)
                .param("now", utc(now))
                .query((row, number) -> session(row))
                .list();
    }

    boolean delete(UserId user, SessionId session) {
        return jdbc.sql("DELETE FROM sessions WHERE user_id = :user AND session_id = :session")
                        .param("user", user.value())
                        .param("session", session.value())
                        .update()
                == 1;
    }

    /**
     * Ends all sessions of a person but one.
     *
     * @param kept null to keep none
     */
    int deleteAll(UserId user, @Nullable SessionId kept) {
        return jdbc.sql("DELETE FROM sessions WHERE user_id = :user AND session_id IS DISTINCT FROM :kept")
                .param("user", user.value())
                .param("kept", kept == null ? null : kept.value(), Types.OTHER)
                .update();
    }

    void deleteExpired(UserId user, Instant now) {
        jdbc.sql("DELETE FROM sessions WHERE user_id = :user AND expires_at <= :now")
                .param("user", user.value())
                .param("now", utc(now))
                .update();
    }

    /** Everybody's, by the database's time. */
    void deleteExpired() {
        jdbc.sql("DELETE FROM sessions WHERE expires_at <= now()").update();
    }

    private static Access access(ResultSet row) throws SQLException {
        return Access.bySession(
                AccountRepository.read(row),
                new SessionId(row.getObject("session_id", UUID.class)),
                instant(row, "expires_at"));
    }

    private static Session session(ResultSet row) throws SQLException {
        var lastUsed = row.getObject("last_used_at", OffsetDateTime.class);
        return new Session(
                new SessionId(row.getObject("session_id", UUID.class)),
                Session.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Device(row.getString("user_agent"), row.getString("address")),
                instant(row, "created_at"),
                lastUsed == null ? null : lastUsed.toInstant(),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
