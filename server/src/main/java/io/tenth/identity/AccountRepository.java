package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import io.tenth.shared.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    static final String COLUMNS = "user_id, email, full_name, role, zone, disabled, version, created_at, last_login";

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a sign-in needs of the account that it is about. */
    record Secret(Actor.Person person, String passwordHash, boolean disabled) {}

    Optional<Account> find(UserId user) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM users WHERE user_id = :user")
                .param("user", user.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Seen by whoever presents the account's own address, and by the account itself. */
    Optional<Secret> findSecret(String emailKey) {
        return jdbc.sql("SELECT user_id, role, password_hash, disabled FROM users WHERE lower(email) = :email")
                .param("email", emailKey)
                .query((row, number) -> new Secret(
                        new Actor.Person(
                                new UserId(row.getObject("user_id", UUID.class)), Role.ofKey(row.getString("role"))),
                        row.getString("password_hash"),
                        row.getBoolean("disabled")))
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM users ORDER BY full_name, user_id")
                .query((row, number) -> read(row))
                .list();
    }

    /** In the order of their addresses, from the one after. */
    List<Account> page(String after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM users WHERE lower(email) > :after ORDER BY lower(email) LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Whether there is an account of the role that is not disabled. */
    boolean any(Role role) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM users WHERE role = :role AND NOT disabled)")
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

    Optional<Account> recordSignIn(UserId user, Instant now) {
        return jdbc.sql("UPDATE users SET last_login = :now WHERE user_id = :user RETURNING " + COLUMNS)
                .param("user", user.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row))
                .optional();
    }

    Account setPassword(UserId user, String passwordHash, Instant now) {
        return jdbc.sql("UPDATE users SET password_hash = :hash, updated_at = :now WHERE user_id = :user RETURNING "
                        + COLUMNS)
                .param("hash", passwordHash)
                .param("user", user.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row))
                .single();
    }

    /** Empty where the account has another version than the demanded one. */
    Optional<Account> change(UserId user, AccountChange change, Demand demanded, Instant now) {
        return jdbc.sql("""
                        UPDATE users
                           SET full_name = coalesce(:name, full_name), zone = coalesce(:zone, zone),
                               version = version + 1, updated_at = :now
                         WHERE user_id = :user AND (cardinality(:versions::integer[]) = 0 OR version = ANY (:versions::integer[]))
                        RETURNING %s
                        """.formatted(COLUMNS))
                .param("name", valueOf(change.fullName()), Types.VARCHAR)
                .param("zone", valueOf(change.zone().map(ZoneId::getId)), Types.VARCHAR)
                .param("versions", demanded.numbers())
                .param("user", user.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row))
                .optional();
    }

    /** Lets one change of what administrators may do happen at a time. */
    void lockAdministrators() {
        jdbc.sql("SELECT user_id FROM users WHERE role = 'admin' AND NOT disabled ORDER BY user_id FOR UPDATE")
                .query(UUID.class)
                .list();
    }

    /** Empty where there is no such account, or it has another version than the demanded one. */
    Optional<Account> changeStanding(UserId user, Standing standing, Demand demanded, Instant now) {
        return jdbc.sql("""
                        UPDATE users
                           SET role = coalesce(:role, role), disabled = coalesce(:disabled, disabled),
                               version = version + 1, updated_at = :now
                         WHERE user_id = :user AND (cardinality(:versions::integer[]) = 0 OR version = ANY (:versions::integer[]))
                        RETURNING %s
                        """.formatted(COLUMNS))
                .param("role", valueOf(standing.role().map(Role::key)), Types.VARCHAR)
                .param("disabled", valueOf(standing.disabled()), Types.BOOLEAN)
                .param("versions", demanded.numbers())
                .param("user", user.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row))
                .optional();
    }

    /** None of these fields can be emptied, so that null says to keep one. */
    private static <T> @Nullable T valueOf(Change<T> change) {
        return switch (change) {
            case Change.Keep<T> keep -> null;
            case Change.To<T> to -> to.value();
        };
    }

    static Account read(ResultSet row) throws SQLException {
        var lastLogin = row.getObject("last_login", OffsetDateTime.class);
        return new Account(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                row.getString("full_name"),
                Role.ofKey(row.getString("role")),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("disabled"),
                new Version(row.getInt("version")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastLogin == null ? null : lastLogin.toInstant());
    }
}
