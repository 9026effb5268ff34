package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** No query under the application's role reaches another person's data; {@code AccessMatrixTest} shows it of the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest extends ServerTest {

    @Autowired
    private ApplicationContext server;

    private final Rows rows = new Rows(database());
    private final JdbcTemplate app = new JdbcTemplate(new DriverManagerDataSource(
            database().jdbcUrl(), database().app().user(), database().app().password()));

    private Account owner;
    private Account stranger;

    @BeforeAll
    void giveTheOwnerSomethingOfEverything() {
        owner = newPerson();
        stranger = newPerson();
        var stored = new StoredProposals(server, database());
        var proposals = stored.some(2, owner.person());
        var mine = api(owner);
        mine.with("Idempotency-Key", "once")
                .post("/api/proposals/" + proposals.getFirst().value() + "/acceptance");
        mine.delete(mine.post("/api/time-entries", "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\"}")
                .header("Location"));
        mine.post("/api/users/me/tokens", "{\"name\": \"Timer\", \"scopes\": [\"time:read\"]}");
        mine.post("/api/tasks", "{\"title\": \"Mine\"}");
        stored.scan(owner.person());
    }

    @Test
    void theApplicationsRoleSeesNothingOfAnother() {
        for (var table : rows.personalTables()) {
            assertThat(rows.texts(
                            "SELECT 1 FROM " + table + " WHERE user_id = ?",
                            owner.id().value()))
                    .as("the owner has rows in %s", table)
                    .satisfies(found -> assertThat(found.isEmpty()).isEqualTo(isUnused(table)));
            as(
                    stranger.id().value(),
                    () -> assertThat(app.queryForObject(
                                    "SELECT count(*) FROM " + table + " WHERE user_id = ?",
                                    Long.class,
                                    owner.id().value()))
                            .as(table)
                            .isZero());
        }
    }

    /** A condition that fails on another's row would tell the row by its error; what the planner knows of them would, too. */
    @Test
    void theApplicationsRoleLearnsNothingByTheWay() {
        rows.update("ANALYZE");
        for (var table : rows.personalTables()) {
            var failing = "SELECT 1 FROM " + table + " t WHERE t::text::integer > 0";
            as(UUID.randomUUID(), () -> assertThat(app.queryForList(failing)).isEmpty());
        }
        var planned = "SELECT tablename FROM pg_stats WHERE schemaname = 'public'";
        as(
                stranger.id().value(),
                () -> assertThat(app.queryForList(planned, String.class))
                        .doesNotContainAnyElementsOf(rows.personalTables()));
    }

    @Test
    void theApplicationsRoleSeesNothingUntilItSaysWhoAsks() {
        for (var table : rows.tables()) {
            assertThat(app.queryForObject("SELECT count(*) FROM " + table, Long.class))
                    .as(table)
                    .isZero();
            as(
                    null,
                    () -> assertThat(app.queryForObject("SELECT count(*) FROM " + table, Long.class))
                            .as(table)
                            .isZero());
        }
    }

    @Test
    void theApplicationsRoleChangesNothingOfAnother() {
        var before = rows.of(owner.id().value());
        for (var table : rows.personalTables()) {
            change("UPDATE " + table + " SET user_id = user_id WHERE user_id = ?");
            change("DELETE FROM " + table + " WHERE user_id = ?");
        }
        assertThat(rows.of(owner.id().value())).isEqualTo(before);
    }

    @Test
    void theApplicationsRoleWritesNothingInAnothersName() {
        assertRefused(() -> app.update("""
                INSERT INTO mailboxes (user_id, mailbox_id, name, kind, created_at)
                VALUES (?, gen_random_uuid(), 'planted', 'file', now())
                """, owner.id().value()));
        assertRefused(() -> app.update("""
                INSERT INTO audit_events (event_id, recorded_at, user_id, operation, resource_type, resource_id, result,
                                          compliance_flags, details)
                VALUES (gen_random_uuid(), now(), ?, 'planted', 'x', 'x', 'success', '{}', '{}')
                """, owner.id().value()));
    }

    @Test
    void theApplicationsRoleRaisesNobodysRole() {
        for (var change : List.of("role = 'admin'", "disabled = TRUE")) {
            as(
                    owner.id().value(),
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
                () -> assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> app.update("UPDATE audit_events SET operation = 'nothing'"))
                        .havingRootCause()
                        .withMessageContaining("permission denied"));
        as(
                owner.id().value(),
                () -> assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> app.update("DELETE FROM audit_events"))
                        .havingRootCause()
                        .withMessageContaining("permission denied"));
    }

    /** Tables that this version of the product gives no rows. */
    private static boolean isUnused(String table) {
        return List.of("password_resets", "scan_errors", "task_totals", "upload_chunks", "uploads")
                .contains(table);
    }

    /** Tries as the stranger; that the right is missing altogether is as good as that nothing is found. */
    private void change(String statement) {
        as(stranger.id().value(), () -> {
            try {
                assertThat(app.update(statement, owner.id().value()))
                        .as(statement)
                        .isZero();
            } catch (DataAccessException refused) {
                assertThat(refused.getMostSpecificCause()).hasMessageContaining("permission denied");
            }
        });
    }

    private void assertRefused(Runnable insert) {
        as(
                stranger.id().value(),
                () -> assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(insert::run)
                        .havingRootCause()
                        .withMessageContaining("row-level security"));
    }

    /** Works in a transaction that told the database this person, and is rolled back. */
    private void as(@Nullable UUID user, Runnable work) {
        var manager = new DataSourceTransactionManager(Objects.requireNonNull(app.getDataSource()));
        Consumer<TransactionStatus> steps = status -> {
            status.setRollbackOnly();
            app.queryForList("SELECT set_config('tenth.user_id', ?, TRUE)", user == null ? "" : user.toString());
            work.run();
        };
        new TransactionTemplate(manager).executeWithoutResult(steps);
    }
}
