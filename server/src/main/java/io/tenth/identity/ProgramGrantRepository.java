package io.tenth.identity;

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
class ProgramGrantRepository {

    private static final String COLUMNS = "user_id, grant_id, client_id, resource, redirect_uri, scopes, challenge,"
            + " asked_state, code_used, allowed_at, used_at, expires_at";

    /** The same of its access token, which may allow less and ends sooner. */
    private static final String ACCESS_COLUMNS = COLUMNS.replace(" scopes", " access_scopes AS scopes")
            .replace(" expires_at", " access_expires_at AS expires_at");

    /** A use is written down no more often than this. */
    private static final Duration USE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    ProgramGrantRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hashes and ends of a new pair of tokens. */
    record Pair(String accessHash, Set<Scope> scopes, Instant accessEnd, String refreshHash, Instant end) {}

    /** Begins one that waits for its person. */
    void insert(ProgramGrant grant, String consentHash, Instant now) {
        jdbc.sql("""
                        INSERT INTO program_grants (user_id, grant_id, client_id, resource, redirect_uri, scopes, challenge,
                                                    asked_state, consent_hash, created_at, expires_at)
                        VALUES (:user, :grant, :client, :resource, :redirect, :scopes, :challenge, :state, :hash, :now, :end)
                        """)
                .param("user", grant.user().value())
                .param("grant", grant.id())
                .param("client", grant.program())
                .param("resource", grant.resource())
                .param("redirect", grant.redirect())
                .param("scopes", keys(grant.scopes()))
                .param("challenge", grant.challenge())
                .param("state", grant.state(), Types.VARCHAR)
                .param("hash", consentHash)
                .param("now", utc(now))
                .param("end", utc(grant.expiresAt()))
                .update();
    }

    /** Forgets those that wait for their person, but for the newest. */
    void deleteWaiting(UserId user, int kept) {
        jdbc.sql("""
                        DELETE FROM program_grants WHERE user_id = :user AND grant_id IN (
                            SELECT grant_id FROM program_grants WHERE user_id = :user AND consent_hash IS NOT NULL
                             ORDER BY created_at DESC OFFSET :kept)
                        """).param("user", user.value()).param("kept", kept).update();
    }

    Optional<ProgramGrant> findByConsent(String hash, Instant now) {
        return find(COLUMNS, "consent_hash = :hash AND expires_at > :now", hash, now);
    }

    /** One whose code was used is found for as long as it has tokens. */
    Optional<ProgramGrant> findByCode(String hash, Instant now) {
        return find(COLUMNS, "code_hash = :hash AND expires_at > :now", hash, now);
    }

    Optional<ProgramGrant> findByAccess(String hash, Instant now) {
        return find(ACCESS_COLUMNS, "access_hash = :hash AND access_expires_at > :now", hash, now);
    }

    Optional<ProgramGrant> findByRefresh(String hash, Instant now) {
        return find(COLUMNS, "refresh_hash = :hash AND expires_at > :now", hash, now);
    }

    private Optional<ProgramGrant> find(String columns, String condition, String hash, Instant now) {
        return jdbc.sql("SELECT " + columns + " FROM program_grants WHERE " + condition)
                .param("hash", hash)
                .param("now", utc(now))
                .query((row, number) -> read(row))
                .optional();
    }

    /** Of what a refresh token was that has been replaced. */
    Optional<ProgramGrants.Spent> findSpent(String hash) {
        return jdbc.sql("SELECT user_id, grant_id FROM program_spent_tokens WHERE token_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new ProgramGrants.Spent(
                        new UserId(row.getObject("user_id", UUID.class)), row.getObject("grant_id", UUID.class)))
                .optional();
    }

    /** Returns false where it no longer waits for its person. */
    boolean allow(ProgramGrant grant, Set<Scope> scopes, String codeHash, Instant codeEnd, Instant now) {
        return jdbc.sql("""
                                UPDATE program_grants
                                   SET scopes = :scopes, code_hash = :code, expires_at = :end, allowed_at = :now,
                                       consent_hash = NULL, asked_state = NULL
                                 WHERE user_id = :user AND grant_id = :grant AND consent_hash IS NOT NULL
                                """)
                        .param("scopes", keys(scopes))
                        .param("code", codeHash)
                        .param("end", utc(codeEnd))
                        .param("now", utc(now))
                        .param("user", grant.user().value())
                        .param("grant", grant.id())
                        .update()
                == 1;
    }

    /** Returns false where the code was used already. */
    boolean exchange(ProgramGrant grant, Pair pair) {
        return withPair("NOT code_used AND code_hash IS NOT NULL", grant, pair).update() == 1;
    }

    /** Returns false where the refresh token was replaced already. */
    boolean rotate(ProgramGrant grant, String presentedHash, Pair pair) {
        return withPair("refresh_hash = :presented", grant, pair)
                        .param("presented", presentedHash)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec withPair(String condition, ProgramGrant grant, Pair pair) {
        return jdbc.sql("""
                        UPDATE program_grants
                           SET code_used = TRUE, access_hash = :access, access_scopes = :scopes,
                               access_expires_at = :access_end, refresh_hash = :refresh, expires_at = :end
                         WHERE user_id = :user AND grant_id = :grant AND
                        """ + condition)
                .param("access", pair.accessHash())
                .param("scopes", keys(pair.scopes()))
                .param("access_end", utc(pair.accessEnd()))
                .param("refresh", pair.refreshHash())
                .param("end", utc(pair.end()))
                .param("user", grant.user().value())
                .param("grant", grant.id());
    }

    /** Remembers a refresh token that was replaced. */
    void insertSpent(ProgramGrant grant, String hash, Instant now) {
        jdbc.sql("INSERT INTO program_spent_tokens (user_id, token_hash, grant_id, spent_at)"
                        + " VALUES (:user, :hash, :grant, :now)")
                .param("user", grant.user().value())
                .param("hash", hash)
                .param("grant", grant.id())
                .param("now", utc(now))
                .update();
    }

    /** Forgets replaced refresh tokens that would long have ended by themselves. */
    void deleteSpent(ProgramGrant grant, Instant before) {
        jdbc.sql("DELETE FROM program_spent_tokens WHERE user_id = :user AND grant_id = :grant AND spent_at < :before")
                .param("user", grant.user().value())
                .param("grant", grant.id())
                .param("before", utc(before))
                .update();
    }

    void recordUse(ProgramGrant grant, Instant now) {
        jdbc.sql("""
                        UPDATE program_grants SET used_at = :now
                         WHERE user_id = :user AND grant_id = :grant AND (used_at IS NULL OR used_at < :long_ago)
                        """)
                .param("user", grant.user().value())
                .param("grant", grant.id())
                .param("now", utc(now))
                .param("long_ago", utc(now.minus(USE)))
                .update();
    }

    boolean delete(UserId user, UUID grant) {
        return jdbc.sql("DELETE FROM program_grants WHERE user_id = :user AND grant_id = :grant")
                        .param("user", user.value())
                        .param("grant", grant)
                        .update()
                == 1;
    }

    /** Returns how many a program had. */
    int deleteOf(UserId user, UUID program) {
        return jdbc.sql("DELETE FROM program_grants WHERE user_id = :user AND client_id = :client")
                .param("user", user.value())
                .param("client", program)
                .update();
    }

    /** Returns how many there were. */
    int deleteAll(UserId user) {
        return jdbc.sql("DELETE FROM program_grants WHERE user_id = :user")
                .param("user", user.value())
                .update();
    }

    void deleteExpired() {
        jdbc.sql("DELETE FROM program_grants WHERE expires_at <= now()").update();
    }

    /** The programs that may do something now: the one that was allowed last first. */
    List<ConnectedProgram> connected(UserId user, Instant now) {
        return jdbc.sql("""
                        SELECT client_id, name, array_agg(DISTINCT scope ORDER BY scope) AS scopes,
                               max(allowed_at) AS allowed_at, max(g.used_at) AS used_at
                          FROM program_grants g JOIN programs USING (client_id), unnest(g.scopes) scope
                         WHERE user_id = :user AND allowed_at IS NOT NULL AND expires_at > :now
                         GROUP BY client_id, name
                         ORDER BY max(allowed_at) DESC, client_id
                         LIMIT 100
                        """)
                .param("user", user.value())
                .param("now", utc(now))
                .query((row, number) -> new ConnectedProgram(
                        row.getObject("client_id", UUID.class),
                        row.getString("name"),
                        scopes(row),
                        row.getObject("allowed_at", OffsetDateTime.class).toInstant(),
                        instant(row, "used_at")))
                .list();
    }

    private static ProgramGrant read(ResultSet row) throws SQLException {
        return new ProgramGrant(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("grant_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getString("resource"),
                row.getString("redirect_uri"),
                scopes(row),
                row.getString("challenge"),
                row.getString("asked_state"),
                row.getBoolean("code_used"),
                instant(row, "allowed_at"),
                instant(row, "used_at"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
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
