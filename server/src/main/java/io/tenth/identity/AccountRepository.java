package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private static final String COLUMNS = "user_id, email, full_name, role, zone, created_at, last_login";

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a sign-in needs of the account that it is about; {@code locks} when one more wrong password is too many. */
    record Attempt(Actor.Person person, String passwordHash, boolean locks) {}

    Optional<Account> find(UserId user) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM users WHERE user_id = :user")
                .param("user", user.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The account that a session belongs to, while it lasts. */
    Optional<Account> findBySession(String tokenHash, Instant now) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM users WHERE user_id ="
                        + " (SELECT user_id FROM sessions WHERE token_hash = :hash AND expires_at > :now)")
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row))
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM users ORDER BY full_name, user_id")
                .query((row, number) -> read(row))
                .list();
    }

    boolean any(Role role) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM users WHERE role = :role)")
                .param("role", role.key())
                .query(Boolean.class)
                .single();
    }

    /** Returns false when another account has the address. */
    boolean insert(Account account, String passwordHash) {
        return jdbc.sql("""
                                INSERT INTO users (user_id, email, full_name, password_hash, role, zone, created_at, updated_at)
                                VALUES (:user, :email, :name, :hash, :role, :zone, :now, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("user", account.id().value())
                        .param("email", account.email())
                        .param("name", account.fullName())
                        .param("hash", passwordHash)
                        .param("role", account.role().key())
                        .param("zone", account.zone().getId())
                        .param("now", account.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Counts an attempt before its password is compared, so that attempts at the same time cannot exceed the limit. Empty
     * when there is no such account or it is locked. The attempt that reaches the limit is still compared.
     */
    Optional<Attempt> beginAttempt(EmailAddress email, LockRule rule, Instant now) {
        return jdbc.sql("""
                        UPDATE users
                           SET failed_attempts = CASE WHEN locked_until IS NULL THEN failed_attempts + 1 ELSE 1 END,
                               locked_until = CASE WHEN locked_until IS NULL AND failed_attempts + 1 >= :limit
                                                   THEN :until END
                         WHERE lower(email) = :email AND (locked_until IS NULL OR locked_until <= :now)
                        RETURNING user_id, role, password_hash, locked_until IS NOT NULL AS locks
                        """)
                .param("email", email.key())
                .param("limit", rule.attempts())
                .param("until", now.plus(rule.lockedFor()).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Attempt(
                        new Actor.Person(
                                new UserId(row.getObject("user_id", UUID.class)), Role.ofKey(row.getString("role"))),
                        row.getString("password_hash"),
                        row.getBoolean("locks")))
                .optional();
    }

    Optional<Account> completeAttempt(UserId user, Instant now) {
        return jdbc.sql("UPDATE users SET failed_attempts = 0, locked_until = NULL, last_login = :now"
                        + " WHERE user_id = :user RETURNING " + COLUMNS)
                .param("user", user.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row))
                .optional();
    }

    private static Account read(ResultSet row) throws SQLException {
        var lastLogin = row.getObject("last_login", OffsetDateTime.class);
        return new Account(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                row.getString("full_name"),
                Role.ofKey(row.getString("role")),
                ZoneId.of(row.getString("zone")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastLogin == null ? null : lastLogin.toInstant());
    }
}
