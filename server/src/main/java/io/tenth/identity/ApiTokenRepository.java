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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiTokenRepository {

    /** A token's use is written down no more often than this. */
    private static final Duration USE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    ApiTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false when the person has as many as anybody may have. */
    boolean insert(UserId user, ApiToken token, String tokenHash, int most) {
        return jdbc.sql("""
                                INSERT INTO api_tokens (user_id, token_id, name, token_hash, scopes, created_at, expires_at)
                                SELECT :user, :token, :name, :hash, :scopes, :now, :expires
                                 WHERE (SELECT count(*) FROM api_tokens WHERE user_id = :user) < :most
                                """)
                        .param("user", user.value())
                        .param("token", token.id())
                        .param("name", token.name())
                        .param("hash", tokenHash)
                        .param("scopes", keys(token.scopes()))
                        .param("now", utc(token.createdAt()))
                        .param(
                                "expires",
                                token.expiresAt() == null ? null : utc(token.expiresAt()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("most", most)
                        .update()
                == 1;
    }

    /** The newest first, from the place after the cursor on. */
    List<ApiToken> page(UserId user, @Nullable TimeCursor after, int most) {
        return jdbc.sql("""
                        SELECT token_id, name, scopes, created_at, expires_at, last_used_at FROM api_tokens
                         WHERE user_id = :user
                           AND (:at::timestamptz IS NULL OR (created_at, token_id) < (:at::timestamptz, :id::uuid))
                         ORDER BY created_at DESC, token_id DESC
                         LIMIT :most
                        """)
                .param("user", user.value())
                .param("at", after == null ? null : utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("most", most)
                .query((row, number) -> token(row))
                .list();
    }

    Optional<ApiToken> find(UserId user, UUID token) {
        return jdbc.sql("""
                        SELECT token_id, name, scopes, created_at, expires_at, last_used_at FROM api_tokens
                         WHERE user_id = :user AND token_id = :token
                        """)
                .param("user", user.value())
                .param("token", token)
                .query((row, number) -> token(row))
                .optional();
    }

    /** Whom a token lets in. */
    Optional<Access> find(String tokenHash, Instant now) {
        return jdbc.sql("""
                        SELECT scopes, expires_at, users.* FROM api_tokens JOIN (SELECT %s FROM users) users USING (user_id)
                         WHERE token_hash = :hash AND (expires_at IS NULL OR expires_at > :now) AND NOT disabled
                        """.formatted(AccountRepository.COLUMNS))
                .param("hash", tokenHash)
                .param("now", utc(now))
                .query((row, number) -> access(row))
                .optional();
    }

    void recordUse(UserId user, String tokenHash, Instant now) {
        jdbc.sql("""
                        UPDATE api_tokens SET last_used_at = :now
                         WHERE user_id = :user AND token_hash = :hash
                           AND (last_used_at IS NULL OR last_used_at < :long_ago)
                        """)
                .param("user", user.value())
                .param("hash", tokenHash)
                .param("now", utc(now))
                .param("long_ago", utc(now.minus(USE)))
                .update();
    }

    boolean delete(UserId user, UUID token) {
        return jdbc.sql("DELETE FROM api_tokens WHERE user_id = :user AND token_id = :token")
                        .param("user", user.value())
                        .param("token", token)
                        .update()
                == 1;
    }

    /** Returns how many there were. */
    int deleteAll(UserId user) {
        return jdbc.sql("DELETE FROM api_tokens WHERE user_id = :user")
                .param("user", user.value())
                .update();
    }

    private static Access access(ResultSet row) throws SQLException {
        var expires = instant(row, "expires_at");
        return new Access(
                AccountRepository.read(row), null, scopes(row), expires == null ? Instant.MAX : expires, null);
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getObject("token_id", UUID.class),
                row.getString("name"),
                scopes(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"));
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .flatMap(key -> Scope.ofKey(key).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String[] keys(Set<Scope> scopes) {
        return scopes.stream().map(Scope::key).sorted().toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
