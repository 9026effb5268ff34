package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nobody reaches another person's data: not by the API, and not by a query under the application's role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest extends ServerTest {

    /** What is the firm's rather than a person's. */
    private static final List<String> SHARED = List.of("/api/clients", "/api/matters", "/api/users/{id}");

    /** What people ask for who are not signed in: each has tests of its own. */
    private static final List<String> OPEN = List.of(
            "/api/docs", "/api/auth/login", "/api/auth/register", "/api/auth/password-resets", "/api/auth/password");

    @Autowired
    private ApplicationContext server;

    private final Rows rows = new Rows(database());
    private final JdbcTemplate app = new JdbcTemplate(new DriverManagerDataSource(
            database().jdbcUrl(), database().app().user(), database().app().password()));

    private Account owner;
    private Account stranger;
    private Map<String, String> ids;

    @BeforeAll
    void giveTheOwnerSomethingOfEverything() {
        owner = newPerson();
        stranger = newPerson();
        var stored = new StoredProposals(server, database());
        var proposals = stored.some(2, owner.person());
        var mine = api(owner);
        var accepted = mine.with("Idempotency-Key", "once")
                .post("/api/proposals/" + proposals.getFirst().value() + "/acceptance");
        mine.delete(mine.post("/api/time-entries", "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\"}")
                .header("Location"));
        ids = Map.of(
                "/api/users/me/sessions", mine.get("/api/users/me/sessions").text("/items/0/id"),
                "/api/users/me/tokens",
                        mine.post("/api/users/me/tokens", "{\"name\": \"Timer\", \"scopes\": [\"time:read\"]}")
                                .text("/id"),
                "/api/proposals", proposals.getLast().value().toString(),
                "/api/time-entries", accepted.text("/time_entry_id"),
                "/api/mailboxes", mine.get("/api/mailboxes").text("/items/0/id"),
                "/api/tasks", mine.post("/api/tasks", "{\"title\": \"Mine\"}").text("/id"),
                "/api/time-tracking/scans", stored.scan(owner.person()).value().toString());
    }

    @Test
    void anotherPersonsIdReadsAsNotFoundEverywhere() {
        var before = rows.of(owner.id().value());
        var operations = operations("{id}").toList();
        assertThat(operations).hasSizeGreaterThan(10);

        for (var operation : operations) {
            var answer = operation.by(api(stranger), id(operation.path()));

            assertThat(answer.status()).as(operation.toString()).isEqualTo(404);
            assertThat(answer.text("/error/code")).isEqualTo("NOT_FOUND");
        }

        assertThat(rows.of(owner.id().value())).isEqualTo(before);
    }

    @Test
    void nobodyReachesNothingAnywhere() {
        for (var operation : operations("").toList()) {
            if (!OPEN.contains(operation.path())) {
                assertThat(operation.by(api(), UUID.randomUUID().toString()).status())
                        .as(operation.toString())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void anotherPersonsIdAmongManyIsNotFound() {
        var answer =
                api(stranger).post("/api/proposals/acceptances", "{\"ids\": [\"" + ids.get("/api/proposals") + "\"]}");

        assertThat(answer.text("/results/0/error/code")).isEqualTo("NOT_FOUND");
        assertThat(api(owner).get("/api/proposals/" + ids.get("/api/proposals")).text("/state"))
                .isEqualTo("proposed");
    }

    @Test
    void listsAndSumsHoldOnlyOnesOwn() {
        var theirs = api(stranger);

        for (var list : List.of(
                "/api/mailboxes",
                "/api/tasks",
                "/api/tasks?q=mine",
                "/api/proposals",
                "/api/proposals?state=accepted",
                "/api/time-entries?from=2026-03-10&to=2026-03-10")) {
            assertThat(theirs.get(list).json().at("/items")).as(list).isEmpty();
            assertThat(api(owner).get(list).json().at("/items")).as(list).isNotEmpty();
        }
        assertThat(theirs.get("/api/analytics/dashboard?start=2026-03-10&end=2026-03-10")
                        .json()
                        .at("/total_time_tracked_hours")
                        .asDouble())
                .isZero();
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

    private String id(String path) {
        return ids.entrySet().stream()
                .filter(kind -> path.startsWith(kind.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no id for " + path + ": give the owner one of these"))
                .getValue();
    }

    /** Every operation of the API whose path contains the text, as the server itself knows them. */
    private Stream<Operation> operations(String text) {
        return server
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(IsolationTest::operations)
                .filter(operation -> operation.path().startsWith("/api/")
                        && operation.path().contains(text)
                        && SHARED.stream()
                                .noneMatch(shared ->
                                        !text.isEmpty() && operation.path().startsWith(shared)));
    }

    private static Stream<Operation> operations(RequestMappingInfo mapping) {
        var types = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(Object::toString)
                .toList();
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream()
                        .flatMap(path -> (types.isEmpty() ? Stream.of("application/json") : types.stream())
                                .map(type -> new Operation(method, path, type))));
    }

    /** One operation, to be asked for with another person's id. */
    private record Operation(RequestMethod method, String path, String contentType) {

        ApiClient.Answer by(ApiClient api, String id) {
            return switch (method) {
                case GET, DELETE -> api.send(method.name(), path.replace("{id}", id), null);
                default ->
                    api.with("Content-Type", contentType)
                            .send(method.name(), path.replace("{id}", id), BodyPublishers.ofString(body()));
            };
        }

        private String body() {
            if (!contentType.equals("application/json")) {
                return "From: a@firm.example\r\n\r\nx";
            }
            return path.endsWith("/status") ? "{\"status\": \"done\"}" : "{}";
        }
    }
}
