package io.tenth.task.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ApiClient.Answer;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Tasks as a program uses them, one by one. {@link TaskListTest} has the lists. */
class TaskApiTest extends ServerTest {

    @Autowired
    private ApplicationContext server;

    private final Rows rows = new Rows(database());

    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void makesATaskWithAllItsFields() {
        var made = api.post("/api/tasks", """
                {"title": " Draft the lease ", "description": "Clause 4\\r\\nfirst", "status": "in_progress",
                 "priority": "high", "due_date": "2026-12-01", "tags": [" lease", "Pier 9", "LEASE"],
                 "estimated_hours": 2.5}
                """);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).startsWith("\"1-");
        assertThat(made.text("/user_id")).isEqualTo(account.id().value().toString());
        assertThat(made.text("/title")).isEqualTo("Draft the lease");
        assertThat(made.text("/description")).isEqualTo("Clause 4\nfirst");
        assertThat(made.text("/status")).isEqualTo("in_progress");
        assertThat(made.text("/priority")).isEqualTo("high");
        assertThat(made.text("/due_date")).isEqualTo("2026-12-01");
        assertThat(made.json().at("/tags").toString()).isEqualTo("[\"lease\",\"Pier 9\"]");
        assertThat(made.json().at("/estimated_hours").asDouble()).isEqualTo(2.5);
        assertThat(made.json().at("/time_tracked_hours").asDouble()).isZero();
        assertThat(made.json().at("/time_entries").isEmpty()).isTrue();
        assertThat(made.text("/created_at")).isEqualTo(made.text("/updated_at")).isNotEmpty();
        assertThat(api.get(made.header("Location")).body()).isEqualTo(made.body());
        assertThat(operations()).endsWith("task.created");
    }

    @Test
    void beginsATaskToBeDoneWithMediumPriority() {
        var made = add("Call the court");

        assertThat(made.text("/status")).isEqualTo("todo");
        assertThat(made.text("/priority")).isEqualTo("medium");
        assertThat(made.json().at("/estimated_hours").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": \" \"}",
                "{\"title\": \"a\\u0000b\"}",
                "{\"title\": \"\\ud800\"}",
                "{\"title\": 7}",
                "{\"title\": \"x\", \"titel\": \"y\"}",
                "{\"title\": \"x\", \"user_id\": \"00000000-0000-7000-8000-000000000000\"}",
                "{\"title\": \"x\", \"description\": \"\\u0000\"}",
                "{\"title\": \"x\", \"status\": \"closed\"}",
                "{\"title\": \"x\", \"status\": 1}",
                "{\"title\": \"x\", \"priority\": \"asap\"}",
                "{\"title\": \"x\", \"due_date\": \"2026-02-30\"}",
                "{\"title\": \"x\", \"due_date\": \"9999-12-31\"}",
                "{\"title\": \"x\", \"tags\": \"one\"}",
                "{\"title\": \"x\", \"tags\": [null]}",
                "{\"title\": \"x\", \"tags\": [\"\"]}",
                "{\"title\": \"x\", \"tags\": [\"a,b\"]}",
                "{\"title\": \"x\", \"estimated_hours\": 0}",
                "{\"title\": \"x\", \"estimated_hours\": -1}",
                "{\"title\": \"x\", \"estimated_hours\": 0.001}",
                "{\"title\": \"x\", \"estimated_hours\": 1e400}",
                "{\"title\": \"x\", \"estimated_hours\": 1e-400}",
                "{\"title\": \"x\", \"estimated_hours\": 100000}",
                "{\"title\": \"x\", \"estimated_hours\": \"2\"}"
            })
    void refusesATaskThatSaysSomethingImpossible(String body) {
        var refused = api.post("/api/tasks", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/error/code")).isEqualTo("VALIDATION_ERROR");
        assertThat(api.get("/api/tasks").json().at("/items").isEmpty()).isTrue();
    }

    @Test
    void countsTheCharactersThatAPersonSees() {
        assertThat(add("\uD83D\uDE00".repeat(200)).status()).isEqualTo(201);
        assertThat(add("\uD83D\uDE00".repeat(201)).status()).isEqualTo(422);
        assertThat(post("{\"title\": \"x\", \"description\": \"" + "é".repeat(5000) + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(post("{\"title\": \"x\", \"description\": \"" + "é".repeat(5001) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(post("{\"title\": \"x\", \"tags\": [\"" + "t".repeat(51) + "\"]}")
                        .status())
                .isEqualTo(422);
        var tags =
                IntStream.range(0, 21).mapToObj(number -> "\"t" + number + "\"").toList();
        assertThat(post("{\"title\": \"x\", \"tags\": " + tags + "}").status()).isEqualTo(422);
        assertThat(post("{\"title\": \"x\", \"tags\": " + tags.subList(0, 20) + "}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void changesOnlyTheFieldsThatAreNamed() {
        var task = post("{\"title\": \"Draft\", \"description\": \"All of it\", \"due_date\": \"2026-12-01\","
                        + " \"estimated_hours\": 3, \"tags\": [\"lease\"]}")
                .header("Location");

        var changed = api.patch(task, "{\"title\": \"Redraft\", \"due_date\": null, \"estimated_hours\": null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/title")).isEqualTo("Redraft");
        assertThat(changed.json().at("/due_date").isNull()).isTrue();
        assertThat(changed.json().at("/estimated_hours").isNull()).isTrue();
        assertThat(changed.text("/description")).isEqualTo("All of it");
        assertThat(changed.text("/tags/0")).isEqualTo("lease");
        assertThat(operations()).endsWith("task.updated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void emptiesTheTags(String none) {
        var task = post("{\"title\": \"Draft\", \"tags\": [\"lease\"]}").header("Location");

        assertThat(api.patch(task, "{\"tags\": " + none + "}")
                        .json()
                        .at("/tags")
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": null}",
                "{\"title\": \"\"}",
                "{\"description\": null}",
                "{\"status\": null}",
                "{\"tags\": [null]}",
                "{\"id\": \"00000000-0000-7000-8000-000000000000\"}",
                "{\"completed_at\": \"2026-03-10T12:00:00Z\"}",
                "{\"time_tracked_hours\": 5}"
            })
    void refusesAChangeThatSaysSomethingImpossible(String body) {
        var task = add("Stays as it is").header("Location");
        var before = api.get(task).body();

        assertThat(api.patch(task, body).status()).isEqualTo(422);
        assertThat(api.get(task).body()).isEqualTo(before);
    }

    @Test
    void keepsTheTimeOfCompletionWhileNothingIsLeftToDo() {
        var task = add("Closing binder").header("Location");

        goTo("2026-12-01");
        assertThat(move(task, "done").text("/completed_at")).startsWith("2026-12-01");
        goTo("2026-12-02");
        assertThat(move(task, "done").text("/completed_at")).startsWith("2026-12-01");
        assertThat(move(task, "archived").text("/completed_at")).startsWith("2026-12-01");
        assertThat(move(task, "in_progress").json().at("/completed_at").isNull())
                .isTrue();
        assertThat(move(task, "archived").json().at("/completed_at").isNull()).isTrue();
        assertThat(move(task, "done").text("/completed_at")).startsWith("2026-12-02");
        assertThat(api.patch(task + "/status", "{\"status\": \"done\", \"title\": \"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(api.patch(task + "/status", "{}").status()).isEqualTo(422);
    }

    @Test
    void takesAChangeForAnyVersionOfAListAndForWhateverThereIs() {
        var task = add("Listed").header("Location");

        assertThat(api.with("If-Match", "\"7\", \"1\"")
                        .patch(task, "{\"title\": \"a\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.with("If-Match", "*").patch(task, "{\"title\": \"b\"}").status())
                .isEqualTo(200);
        assertThat(api.with("If-Match", "\"1\", W/\"3\"")
                        .patch(task, "{\"title\": \"c\"}")
                        .status())
                .isEqualTo(412);
        assertThat(api.with("If-Match", "\"1\", \"2\"").delete(task).status()).isEqualTo(412);
        assertThat(api.with("If-Match", "\"1\", \"3\"").delete(task).status()).isEqualTo(204);
        for (var tag : List.of("*", "\"1\", \"3\"", "W/\"3\"", "none")) {
            assertThat(api.with("If-Match", tag).delete(task).status())
                    .as("a thing that is gone, for " + tag)
                    .isEqualTo(404);
        }
    }

    @Test
    void refusesAChangeAndADeleteOfAnOlderVersion() {
        var made = add("Contended");
        var task = made.header("Location");
        var mine = api.with("If-Match", made.header("ETag"));

        assertThat(mine.patch(task, "{\"title\": \"First\"}").status()).isEqualTo(200);

        assertThat(mine.patch(task, "{\"title\": \"Second\"}").status()).isEqualTo(412);
        assertThat(mine.patch(task + "/status", "{\"status\": \"done\"}").status())
                .isEqualTo(412);
        assertThat(mine.delete(task).status()).isEqualTo(412);
        assertThat(api.with("If-Match", "W/\"2\"").delete(task).status()).isEqualTo(412);
        assertThat(api.get(task).text("/title")).isEqualTo("First");
        assertThat(api.with("If-Match", api.get(task).header("ETag"))
                        .delete(task)
                        .status())
                .isEqualTo(204);
        assertThat(mine.patch(task, "{\"title\": \"Third\"}").status()).isEqualTo(404);
    }

    @Test
    void sendsNothingAgainUntilTheTaskOrItsTimeChanges() {
        var made = add("Watched");
        var task = made.header("Location");
        var watching = api.with("If-None-Match", made.header("ETag"));

        assertThat(watching.get(task).status()).isEqualTo(304);
        spend(60, made.text("/id"), false);
        assertThat(watching.get(task).status()).isEqualTo(200);
        move(task, "done");
        assertThat(watching.get(task).status()).isEqualTo(200);
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        var task = post("{\"title\": \"Busy\", \"tags\": []}").header("Location");
        var changes = List.of(
                "{\"description\": \"changed\"}",
                "{\"priority\": \"urgent\"}",
                "{\"due_date\": \"2026-12-24\"}",
                "{\"tags\": [\"changed\"]}",
                "{\"estimated_hours\": 9}",
                "{\"status\": \"in_progress\"}");
        var ready = new CountDownLatch(changes.size());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = changes.stream()
                    .map(change -> people.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return api.patch(task, change).status();
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        var now = api.get(task);

        assertThat(now.header("ETag")).startsWith("\"7-");
        assertThat(now.text("/description")
                        + now.text("/priority")
                        + now.text("/due_date")
                        + now.text("/tags/0")
                        + now.text("/status"))
                .isEqualTo("changedurgent2026-12-24changedin_progress");
        assertThat(now.json().at("/estimated_hours").asInt()).isEqualTo(9);
    }

    @Test
    void letsOneOfManyChangesOfOneVersionWin() throws Exception {
        var made = add("Contended");
        var mine = api.with("If-Match", made.header("ETag"));
        var ready = new CountDownLatch(8);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(number -> people.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return mine.patch(made.header("Location"), "{\"title\": \"Number " + number + "\"}")
                                .status();
                    }))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).contains(412).hasSize(8);
            assertThat(statuses.stream().filter(status -> status == 412)).hasSize(7);
        }
    }

    @Test
    void showsTheTimeSpentOnATask() {
        var made = add("Worked on");
        spend(90, made.text("/id"), false);
        spend(30, made.text("/id"), false);
        spend(0, made.text("/id"), true);

        var task = api.get(made.header("Location"));

        assertThat(task.json().at("/time_tracked_hours").asDouble()).isEqualTo(2.0);
        assertThat(api.get("/api/tasks")
                        .json()
                        .at("/items/0/time_tracked_hours")
                        .asDouble())
                .isEqualTo(2.0);
        assertThat(task.json().at("/time_entries").size()).isEqualTo(3);
        assertThat(task.json().at("/time_entries").toString())
                .contains("\"duration_seconds\":5400", "\"duration_hours\":0.5", "\"is_active\":true")
                .contains(StoredProposals.DESCRIPTION);
        assertThat(api.get("/api/tasks").json().at("/items/0").has("time_entries"))
                .isFalse();
    }

    @Test
    void leavesTheTimeWhereItsTaskIsDeleted() {
        var made = add("Given up");
        spend(90, made.text("/id"), false);

        assertThat(api.delete(made.header("Location")).status()).isEqualTo(204);

        assertThat(api.get(made.header("Location")).status()).isEqualTo(404);
        assertThat(api.delete(made.header("Location")).status()).isEqualTo(404);
        var entries = api.get("/api/time-entries?from=2026-03-10&to=2026-03-10").json();
        assertThat(entries.at("/items/0/duration_seconds").asInt()).isEqualTo(5400);
        assertThat(entries.at("/items/0/task_id").isNull()).isTrue();
        assertThat(operations()).endsWith("task.deleted");
    }

    @Test
    void writesNoTextOfATaskIntoTheAuditLog() {
        var task = post("{\"title\": \"Xylophone\", \"description\": \"Yttrium\", \"tags\": [\"Zirconium\"]}")
                .header("Location");
        api.patch(task, "{\"title\": \"Xenon\"}");

        var details = rows.texts(
                "SELECT details::text FROM audit_events WHERE user_id = ?",
                account.id().value());

        assertThat(details.toString()).contains("title").doesNotContain("Xylophone", "Yttrium", "Zirconium", "Xenon");
    }

    @Test
    void showsItsTimeEntriesToNoTokenThatMayNotReadTime() {
        var task = api.post("/api/tasks", "{\"title\": \"Draft\"}").header("Location");
        api.post(
                "/api/time-entries",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"description\": \"Confidential call\", \"task_id\": \""
                        + task.substring("/api/tasks/".length()) + "\"}");
        var program = program("tasks:read", "tasks:write");

        for (var answer : List.of(
                program.get(task),
                program.patch(task, "{\"priority\": \"high\"}"),
                program.patch(task + "/status", "{\"status\": \"done\"}"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("Confidential").doesNotContain("time_entries");
        }
        assertThat(program("tasks:read", "time:read").get(task).text("/time_entries/0/description"))
                .isEqualTo("Confidential call");
        assertThat(api.get(task).text("/time_entries/0/description")).isEqualTo("Confidential call");
    }

    /** Lets the server believe that it is another day, and signs in on it. */
    private void goTo(String day) {
        clock().set(Instant.parse(day + "T12:00:00Z"));
        api = api(account);
    }

    private Answer add(String title) {
        return post("{\"title\": \"" + title + "\"}");
    }

    private Answer post(String body) {
        return api.post("/api/tasks", body);
    }

    private Answer move(String task, String status) {
        return api.patch(task + "/status", "{\"status\": \"" + status + "\"}");
    }

    /** Has time spent on a task: a proposal is approved, and its entry moved to the task. */
    private void spend(int minutes, String task, boolean isRunning) {
        var proposal = new StoredProposals(server, database()).one(account.person());
        var entry =
                api.post("/api/proposals/" + proposal.value() + "/acceptance").text("/time_entry_id");
        rows.update("""
                UPDATE time_entries
                   SET task_id = ?::uuid, is_active = ?,
                       end_time = CASE WHEN ? THEN NULL ELSE start_time + make_interval(mins => ?) END
                 WHERE entry_id = ?::uuid
                """, task, isRunning, isRunning, minutes, entry);
    }

    private List<String> operations() {
        return rows.operations(account.id().value());
    }

    private ApiClient program(String... scopes) {
        var body = "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"Program\", \"scopes\": [\""
                + String.join("\", \"", scopes) + "\"]}";
        return api().withToken(api.post("/api/users/me/tokens", body).text("/token"));
    }
}
