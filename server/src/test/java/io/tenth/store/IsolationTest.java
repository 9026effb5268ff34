package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.assistant.AskedCalls;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** No query under the application's role reaches another person's data, whatever the role of who asks; {@code AccessMatrixTest} shows it of the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest extends ServerTest {

    /** Whose rows are also others', and why: sums of many for managers, the audit log, and accounts to administrate. */
    private static final Map<Role, Set<String>> SEEN_BY = Map.of(
            Role.USER,
            Set.of(),
            Role.MANAGER,
            Set.of("daily_totals"),
            Role.AUDITOR,
            Set.of("audit_events"),
            Role.ADMIN,
            Set.of("audit_events", "daily_totals", "password_resets", "sessions", "users"));

    /** Accounts to shut, sessions to end, links for a forgotten password. */
    private static final Map<Role, Set<String>> CHANGED_BY = Map.of(
            Role.USER,
            Set.of(),
            Role.MANAGER,
            Set.of(),
            Role.AUDITOR,
            Set.of(),
            Role.ADMIN,
            Set.of("DELETE password_resets", "DELETE sessions", "UPDATE password_resets", "UPDATE users"));

    private static final Map<Role, Set<String>> WRITTEN_BY = Map.of(
            Role.USER, Set.of(), Role.MANAGER, Set.of(), Role.AUDITOR, Set.of(), Role.ADMIN, Set.of("password_resets"));

    /** Numbers under hashes, which every node counts for everybody. */
    private static final String COUNTERS_OF_ALL = "call_budgets";

    private static final String REFUSED = "(?s).*(permission denied|violates row-level security).*";

    /** Rows that live for as long as a scan runs, that only one that fails leaves, or that two likenesses need. */
    private static final List<String> WRITTEN_HERE = List.of("""
            INSERT INTO dismissed_doubts (user_id, proposal_id, other_id, dismissed_at)
            SELECT user_id, proposal_id, gen_random_uuid(), now() FROM proposals WHERE user_id = ? LIMIT 1
            """, """
            INSERT INTO uploads (user_id, upload_id, mailbox_id, name, size_bytes, chunk_count, complete, created_at)
            SELECT user_id, gen_random_uuid(), mailbox_id, 'x', 1, 1, TRUE, now() FROM mailboxes WHERE user_id = ? LIMIT 1
            """, """
            INSERT INTO upload_chunks (user_id, upload_id, chunk, content)
            SELECT user_id, upload_id, 0, 'x' FROM uploads WHERE user_id = ?
            """, """
            INSERT INTO assistant_models (user_id, host, agreed_at) VALUES (?, 'model.example', now())
            """, """
            INSERT INTO scan_errors (user_id, scan_id, position, location, reason)
            SELECT user_id, scan_id, 1, 'x', 'x' FROM scans WHERE user_id = ? LIMIT 1
            """, """
            WITH program AS (
                INSERT INTO programs (client_id, name, redirect_uris, created_at)
                VALUES (gen_random_uuid(), 'x', ARRAY['https://x.example/'], now()) RETURNING client_id)
            INSERT INTO program_grants (user_id, grant_id, client_id, resource, redirect_uri, scopes, challenge, created_at, expires_at)
            SELECT ?::uuid, gen_random_uuid(), client_id, 'x', 'x', ARRAY['time:read'], repeat('x', 43), now(), now() + interval '1 day'
              FROM program
            """, """
            INSERT INTO program_spent_tokens (user_id, token_hash, grant_id, spent_at)
            SELECT user_id, md5(grant_id::text) || md5(user_id::text), grant_id, now() FROM program_grants WHERE user_id = ? LIMIT 1
            """);

    @Autowired
    private ApplicationContext server;

    private final Rows rows = new Rows(database());
    private final JdbcTemplate app = new JdbcTemplate(new DriverManagerDataSource(
            database().jdbcUrl(), database().app().user(), database().app().password()));

    private final Map<Role, Account> strangers = new EnumMap<>(Role.class);

    private Account owner;

    @BeforeAll
    void giveEverybodySomethingOfEverything() {
        owner = newPerson();
        for (var role : Role.values()) {
            strangers.put(role, newPerson(role));
        }
        Stream.concat(Stream.of(owner), strangers.values().stream()).forEach(this::giveSomethingOfEverything);
        for (var table : rows.personalTables()) {
            assertThat(rows.texts("SELECT DISTINCT user_id::text FROM " + table))
                    .as("those who have rows in %s. What this test does not make yet, it has to.", table)
                    .contains(owner.id().value().toString())
                    .containsAll(strangers.values().stream()
                            .map(stranger -> stranger.id().value().toString())
                            .toList());
        }
    }

    private void giveSomethingOfEverything(Account person) {
        var stored = new StoredProposals(server, database());
        var proposals = stored.some(2, person.person());
        var api = api(person);
        api.with("Idempotency-Key", "once")
                .post("/api/proposals/" + proposals.getFirst().value() + "/acceptance");
        api.delete(api.post("/api/time-entries", "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\"}")
                .header("Location"));
        api.patch("/api/time-tracking/settings", "{\"rounding\": \"up\"}");
        api.post(
                "/api/time-tracking/muted-correspondents",
                "{\"kind\": \"recipient\", \"address\": \"nobody@else.example\"}");
        api.post(
                "/api/users/me/tokens",
                "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"Timer\", \"scopes\": [\"time:read\"]}");
        var task = api.post("/api/tasks", "{\"title\": \"Mine\"}").text("/id");
        api.post(
                "/api/time-entries",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"task_id\": \"" + task + "\"}");
        api(Objects.requireNonNull(strangers.get(Role.ADMIN)))
                .post("/api/users/" + person.id().value() + "/password-reset");
        stored.scan(person.person());
        api.patch("/api/assistant/policy", "{\"policy\": \"propose\"}");
        new AskedCalls(server).waiting(person.person());
        api.post(
                "/api/chat",
                "{\"id\": \"one\", \"message\": {\"role\": \"user\", \"parts\": [{\"type\": \"text\", \"text\": \"Help\"}]}}");
        for (var row : WRITTEN_HERE) {
            rows.update(row, person.id().value());
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theApplicationsRoleSeesNothingOfAnother(Role role) {
        var seen = new TreeSet<String>();
        for (var table : rows.personalTables()) {
            as(role, () -> {
                assertThat(counted(table, "user_id = ?", stranger(role)))
                        .as("what is theirs in %s", table)
                        .isPositive();
                if (counted(table, "user_id IS DISTINCT FROM ?", stranger(role)) > 0) {
                    seen.add(table);
                }
            });
        }
        assertThat(seen).isEqualTo(SEEN_BY.get(role));
    }

    /** A condition that fails on another's row would tell the row by its error; what the planner knows of them would, too. */
    @Test
    void theApplicationsRoleLearnsNothingByTheWay() {
        rows.update("ANALYZE");
        for (var table : rows.personalTables()) {
            var failing = "SELECT 1 FROM " + table + " t WHERE t::text::integer > 0";
            as(
                    UUID.randomUUID(),
                    "",
                    () -> assertThat(app.queryForList(failing)).isEmpty());
        }
        var planned = "SELECT tablename FROM pg_stats WHERE schemaname = 'public'";
        for (var role : Role.values()) {
            as(
                    role,
                    () -> assertThat(app.queryForList(planned, String.class))
                            .doesNotContainAnyElementsOf(rows.personalTables()));
        }
    }

    @Test
    void theApplicationsRoleSeesNothingUntilItSaysWhoAsks() {
        var ofPeople = rows.tables().stream()
                .filter(table -> !table.equals(COUNTERS_OF_ALL))
                .toList();
        for (var table : ofPeople) {
            assertThat(app.queryForObject("SELECT count(*) FROM " + table, Long.class))
                    .as(table)
                    .isZero();
            as(
                    null,
                    "",
                    () -> assertThat(app.queryForObject("SELECT count(*) FROM " + table, Long.class))
                            .as(table)
                            .isZero());
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theApplicationsRoleChangesNothingOfAnother(Role role) {
        var changed = new TreeSet<String>();
        for (var table : rows.personalTables()) {
            changeable(table)
                    .map(column -> "UPDATE " + table + " SET " + column + " = " + column + " WHERE user_id = ?")
                    .filter(update -> succeeds(role, update, owner.id().value()))
                    .ifPresent(update -> changed.add("UPDATE " + table));
            if (succeeds(
                    role,
                    "DELETE FROM " + table + " WHERE user_id = ?",
                    owner.id().value())) {
                changed.add("DELETE " + table);
            }
        }
        assertThat(changed).isEqualTo(CHANGED_BY.get(role));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theApplicationsRoleWritesNothingInAnothersName(Role role) {
        var written = new TreeSet<String>();
        for (var table : rows.personalTables()) {
            var columns = columns(table);
            var copied = "INSERT INTO " + table + " (" + columns + ") SELECT " + columns
                    + " FROM jsonb_populate_record(NULL::" + table + ", ?::jsonb)";
            var row = rows.texts(
                            "SELECT to_jsonb(t)::text FROM " + table + " t WHERE user_id = ? LIMIT 1",
                            owner.id().value())
                    .getFirst();
            as(role, () -> {
                try {
                    app.update(copied, row);
                    written.add(table);
                } catch (DataAccessException refused) {
                    if (!String.valueOf(refused.getMostSpecificCause().getMessage())
                            .matches(REFUSED)) {
                        written.add(table);
                    }
                }
            });
        }
        assertThat(written).isEqualTo(WRITTEN_BY.get(role));
    }

    @Test
    void theApplicationsRoleRaisesNobodysRole() {
        for (var change : List.of("role = 'admin'", "disabled = TRUE")) {
            as(
                    owner.id().value(),
                    Role.USER.key(),
                    () -> assertThatExceptionOfType(DataAccessException.class)
                            .isThrownBy(() -> app.update("UPDATE users SET " + change))
                            .havingRootCause()
                            .withMessageContaining("only an administrator"));
        }
    }

    @Test
    void theApplicationsRoleCannotRewriteTheAuditLog() {
        as(
                owner.id().value(),
                Role.USER.key(),
                () -> assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> app.update("UPDATE audit_events SET operation = 'nothing'"))
                        .havingRootCause()
                        .withMessageContaining("permission denied"));
        as(
                owner.id().value(),
                Role.USER.key(),
                () -> assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> app.update("DELETE FROM audit_events"))
                        .havingRootCause()
                        .withMessageContaining("permission denied"));
    }

    private UUID stranger(Role role) {
        return Objects.requireNonNull(strangers.get(role)).id().value();
    }

    private long counted(String table, String condition, UUID person) {
        return Objects.requireNonNull(
                app.queryForObject("SELECT count(*) FROM " + table + " WHERE " + condition, Long.class, person));
    }

    /** A column that the application may change; empty where it may change none. */
    private Optional<String> changeable(String table) {
        return rows
                .texts(
                        "SELECT column_name::text FROM information_schema.column_privileges"
                                + " WHERE grantee = 'tenth_app' AND privilege_type = 'UPDATE' AND table_name = ?"
                                + " ORDER BY column_name = 'user_id' DESC, column_name",
                        table)
                .stream()
                .findFirst();
    }

    /** All that are written, and not computed. */
    private String columns(String table) {
        return String.join(
                ", ",
                rows.texts(
                        "SELECT quote_ident(column_name) FROM information_schema.columns"
                                + " WHERE table_schema = 'public' AND table_name = ? AND is_generated = 'NEVER'",
                        table));
    }

    /** Whether it reaches a row; that the right to it is missing altogether is as good as that nothing is found. */
    private boolean succeeds(Role role, String statement, UUID person) {
        var reached = new AtomicBoolean();
        as(role, () -> {
            try {
                reached.set(app.update(statement, person) > 0);
            } catch (DataAccessException refused) {
                assertThat(refused.getMostSpecificCause().getMessage())
                        .as(statement)
                        .matches(REFUSED);
            }
        });
        return reached.get();
    }

    private void as(Role role, Runnable work) {
        as(stranger(role), role.key(), work);
    }

    /** Works in a transaction that told the database this person, and is rolled back. */
    private void as(@Nullable UUID user, String role, Runnable work) {
        var manager = new DataSourceTransactionManager(Objects.requireNonNull(app.getDataSource()));
        Consumer<TransactionStatus> steps = status -> {
            status.setRollbackOnly();
            app.queryForList(
                    "SELECT set_config('tenth.user_id', ?, TRUE), set_config('tenth.role', ?, TRUE)",
                    user == null ? "" : user.toString(),
                    role);
            work.run();
        };
        new TransactionTemplate(manager).executeWithoutResult(steps);
    }
}
