package io.tenth.entry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.entry.StoredTasks;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Time that is recorded, changed and deleted by a program. The person's zone is New York. */
class TimeEntryApiTest extends ServerTest {

    private static final String ENTRIES = "/api/time-entries";
    private static final String MORNING = """
            {"start_time": "2026-03-10T13:00:00Z", "end_time": "2026-03-10T14:30:00Z", "description": "Lease"}""";
    private static final String AMOUNT = """
            {"date_performed": "2026-03-10", "duration": "1h30", "description": "Lease"}""";

    @Autowired
    private ApplicationContext server;

    private final StoredTasks tasks = new StoredTasks(database());
    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void recordsTimeByTheClock() {
        var task = tasks.one("Read the lease", account);

        var made = api.post(ENTRIES, """
                        {"start_time": "2026-03-10T09:00:00-04:00", "end_time": "2026-03-10T14:30:00Z", "task_id": "%s",
                         "entry_type": "research", "billable": false, "description": " Lease ", "client_matter": "Halloran"}
                        """.formatted(task));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).startsWith("\"1-");
        assertThat(made.text("/start_time")).isEqualTo("2026-03-10T13:00:00Z");
        assertThat(made.json().at("/duration_seconds").asInt()).isEqualTo(5400);
        assertThat(made.json().at("/duration_hours").asDouble()).isEqualTo(1.5);
        assertThat(made.text("/date_performed")).isEqualTo("2026-03-10");
        assertThat(made.json().at("/clock_known").asBoolean()).isTrue();
        assertThat(made.text("/task_title")).isEqualTo("Read the lease");
        assertThat(made.text("/entry_type")).isEqualTo("research");
        assertThat(made.json().at("/billable").asBoolean()).isFalse();
        assertThat(made.text("/description")).isEqualTo("Lease");
        assertThat(made.text("/client_matter")).isEqualTo("Halloran");
        assertThat(api.get(made.header("Location")).body()).isEqualTo(made.body());
    }

    @Test
    void recordsAnAmountOfWhichNobodySaidWhen() {
        var made = api.post(ENTRIES, AMOUNT);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/clock_known").asBoolean()).isFalse();
        assertThat(made.text("/start_time")).isEqualTo("2026-03-10T04:00:00Z");
        assertThat(made.json().at("/duration_seconds").asInt()).isEqualTo(5400);
        assertThat(made.text("/entry_type")).isEqualTo("other");
        assertThat(made.json().at("/billable").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"start_time\": \"2026-03-10T13:00:00Z\"}",
                "{\"date_performed\": \"2026-03-10\"}",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"soon\"}",
                "{\"start_time\": \"2026-03-10T13:00:00Z\", \"duration\": \"1h\"}",
                "{\"start_time\": 1773147600, \"end_time\": 1773151200}",
                "{\"start_time\": \"2026-03-10T13:00:00\", \"end_time\": \"2026-03-10T14:00:00\"}",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"is_active\": false}",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"user_id\": null}",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"duration_seconds\": 1}",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"proposal_id\": null}",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"entry_type\": \"party\"}",
            })
    void refusesWhatSaysNoTimeOrSetsWhatIsNotTheirs(String body) {
        var answer = api.post(ENTRIES, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/error/code")).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void changesOnlyTheFieldsThatAreNamed() {
        var entry = add(MORNING);

        var changed = api.patch(entry, "{\"end_time\": \"2026-03-10T15:00:00Z\", \"entry_type\": \"call\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).startsWith("\"2-");
        assertThat(changed.json().at("/duration_hours").asDouble()).isEqualTo(2);
        assertThat(changed.text("/start_time")).isEqualTo("2026-03-10T13:00:00Z");
        assertThat(changed.text("/entry_type")).isEqualTo("call");
        assertThat(changed.text("/description")).isEqualTo("Lease");
        assertThat(api.get(entry).body()).isEqualTo(changed.body());
    }

    @Test
    void movesTimeToAnotherDayAtTheSameTimeOfDay() {
        var moved = api.patch(add(MORNING), "{\"date_performed\": \"2026-02-10\", \"duration\": \"2h\"}");

        assertThat(moved.text("/date_performed")).isEqualTo("2026-02-10");
        assertThat(moved.text("/start_time")).as("9 o'clock, in winter").isEqualTo("2026-02-10T14:00:00Z");
        assertThat(moved.text("/end_time")).isEqualTo("2026-02-10T16:00:00Z");
    }

    @Test
    void givesAnAmountItsClockTimesTogetherOnly() {
        var entry = add(AMOUNT);

        assertThat(api.patch(entry, "{\"end_time\": \"2026-03-10T15:00:00Z\"}").status())
                .isEqualTo(422);
        assertThat(api.patch(entry, "{\"end_time\": \"2026-03-10T15:00:00Z\", \"duration\": \"1h\"}")
                        .status())
                .isEqualTo(422);
        var clocked =
                api.patch(entry, "{\"start_time\": \"2026-03-11T01:00:00Z\", \"end_time\": \"2026-03-11T05:00:00Z\"}");
        assertThat(clocked.json().at("/clock_known").asBoolean()).isTrue();
        assertThat(clocked.text("/date_performed"))
                .as("the day of the start in New York")
                .isEqualTo("2026-03-10");
    }

    @Test
    void bringsTheNameOfAMatterWithIt() {
        var code = UUID.randomUUID().toString();
        var client = api.post("/api/clients", "{\"name\": \"Halloran\", \"code\": \"" + code + "\"}");
        var matter = api.post(
                        "/api/matters",
                        "{\"client_id\": \"%s\", \"name\": \"Lease\", \"number\": \"%s\"}"
                                .formatted(client.text("/id"), code))
                .text("/id");
        var entry = add(AMOUNT);

        assertThat(api.patch(entry, "{\"matter_id\": \"" + matter + "\"}").text("/client_matter"))
                .isEqualTo("Halloran / Lease");
        var freed = api.patch(entry, "{\"client_matter\": \"Achterberg\"}");
        assertThat(freed.json().at("/matter_id").isNull()).isTrue();
        assertThat(freed.text("/client_matter")).isEqualTo("Achterberg");
        assertThat(api.patch(entry, "{\"matter_id\": \"" + UUID.randomUUID() + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesAChangeToAnEntryThatHasMovedOn() {
        var entry = add(MORNING);
        var mine = api.with("If-Match", "\"1\"");
        assertThat(mine.patch(entry, "{\"description\": \"first\"}").status()).isEqualTo(200);

        assertThat(mine.patch(entry, "{\"description\": \"second\"}").text("/error/code"))
                .isEqualTo("PRECONDITION_FAILED");
        assertThat(mine.delete(entry).status()).isEqualTo(412);
        assertThat(api.get(entry).text("/description")).isEqualTo("first");
        assertThat(api.with("If-Match", "\"2\"").delete(entry).status()).isEqualTo(204);
        assertThat(mine.delete(entry).status()).isEqualTo(404);
    }

    @Test
    void takesAChangeForAnyVersionOfAList() {
        var entry = add(MORNING);
        var mine = api.with("If-Match", "\"9\", \"1\"");

        assertThat(mine.patch(entry, "{\"description\": \"first\"}").status()).isEqualTo(200);
        assertThat(mine.patch(entry, "{\"description\": \"second\"}").status()).isEqualTo(412);
        assertThat(mine.delete(entry).status()).isEqualTo(412);
        assertThat(api.with("If-Match", "\"9\", \"2\"").delete(entry).status()).isEqualTo(204);
    }

    @Test
    void refusesACursorOfOtherDaysOrAnotherTask() {
        var task = tasks.one("Read the lease", account);
        add(MORNING);
        add(MORNING);
        var days = "?limit=1&from=2026-03-01&to=2026-03-31";
        var cursor = "&cursor=" + api.get(ENTRIES + days).text("/next_cursor");

        assertThat(api.get(ENTRIES + days + cursor).status()).isEqualTo(200);
        assertThat(api.get(ENTRIES + days + cursor).json().at("/items")).hasSize(1);
        for (var other :
                List.of("", "&from=2026-03-02&to=2026-03-31", "&from=2026-03-01&to=2026-03-31&task_id=" + task)) {
            var refused = api.get(ENTRIES + "?limit=1" + other + cursor);
            assertThat(refused.status()).as(other).isEqualTo(422);
            assertThat(refused.text("/error/details/cursor"))
                    .isEqualTo("The cursor was given by a list with other filters."
                            + " Send those with it, or begin without a cursor.");
        }
    }

    @Test
    void sendsNothingAgainThatTheCallerHas() {
        var entry = add(MORNING);
        var seen = api.get(entry).header("ETag");

        assertThat(api.with("If-None-Match", seen).get(entry).status()).isEqualTo(304);
        add(MORNING);
        assertThat(api.with("If-None-Match", seen).get(entry).status())
                .as("the answer names an overlap now")
                .isEqualTo(200);
        assertThat(api.with("If-Match", seen)
                        .patch(entry, "{\"billable\": false}")
                        .status())
                .as("the entry itself is as it was")
                .isEqualTo(200);
    }

    @Test
    void bringsADeletedEntryBackAsItWas() {
        var task = tasks.one("Read the lease", account);
        var entry = add(MORNING);
        api.patch(entry, "{\"task_id\": \"" + task + "\"}");
        var before = api.get(entry);

        assertThat(api.delete(entry).status()).isEqualTo(204);
        assertThat(api.get(entry).status()).isEqualTo(404);
        var restored = api.post(entry + "/restoration");

        assertThat(restored.status()).isEqualTo(201);
        assertThat(restored.header("Location")).isEqualTo(entry);
        assertThat(restored.text("/description")).isEqualTo(before.text("/description"));
        assertThat(restored.text("/task_id")).isEqualTo(task);
        assertThat(restored.text("/created_at")).isEqualTo(before.text("/created_at"));
        assertThat(api.post(entry + "/restoration").status()).isEqualTo(404);
    }

    @Test
    void restoresADeletedEntryForThirtyDays() {
        var entry = add(MORNING);
        api.delete(entry);

        clock().advance(Duration.ofDays(31));
        assertThat(api(account).post(entry + "/restoration").status()).isEqualTo(404);
    }

    @Test
    void listsTheTimeOfATask() {
        var task = tasks.one("Read the lease", account);
        var entry = add(MORNING);
        add(AMOUNT);
        api.patch(entry, "{\"task_id\": \"" + task + "\"}");

        var all = api.get(ENTRIES + "?task_id=" + task);
        assertThat(all.json().at("/items")).hasSize(1);
        assertThat(entry).endsWith(all.text("/items/0/id"));
        assertThat(api.get(ENTRIES + "?task_id=" + task + "&from=2026-04-01&to=2026-04-02")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(api.get(ENTRIES + "?limit=x").text("/error/details/limit")).isEqualTo("has the wrong form");
    }

    @Test
    void keepsTheTimeOfATaskThatGoes() {
        var task = tasks.one("Read the lease", account);
        var entry = add(MORNING);
        var deleted = add(AMOUNT);
        api.patch(entry, "{\"task_id\": \"" + task + "\"}");
        api.patch(deleted, "{\"task_id\": \"" + task + "\"}");
        api.delete(deleted);

        assertThat(api.delete("/api/tasks/" + task).status()).isEqualTo(204);

        assertThat(api.get(entry).json().at("/task_id").isNull()).isTrue();
        assertThat(api.get(entry).json().at("/task_title").isNull()).isTrue();
        assertThat(api.post(deleted + "/restoration").json().at("/task_id").isNull())
                .isTrue();
        assertThat(api.get(ENTRIES + "?task_id=" + task).status()).isEqualTo(404);
    }

    @Test
    void anotherPersonsTaskIsNotFound() {
        var theirs = "{\"task_id\": \"" + tasks.one("Not yours", newPerson()) + "\"}";
        var entry = add(MORNING);

        assertThat(api.post(ENTRIES, AMOUNT.replace("}", ", " + theirs.substring(1)))
                        .status())
                .isEqualTo(404);
        assertThat(api.patch(entry, theirs).status()).isEqualTo(404);
        assertThat(api.post(ENTRIES + "/start", theirs).status()).isEqualTo(404);
        assertThat(api.post(ENTRIES + "/switch", theirs).status()).isEqualTo(404);
        assertThat(api.get(ENTRIES + "/active").status()).isEqualTo(204);
    }

    @Test
    void showsOverlapsAndChangesNothing() {
        var morning = add(MORNING);
        var inside = add("{\"start_time\": \"2026-03-10T13:30:00Z\", \"end_time\": \"2026-03-10T14:00:00Z\"}");
        var after = add("{\"start_time\": \"2026-03-10T14:30:00Z\", \"end_time\": \"2026-03-10T15:00:00Z\"}");
        var amount = add(AMOUNT);

        assertThat(inside).endsWith(api.get(morning).text("/overlaps/0"));
        assertThat(api.get(morning).json().at("/overlaps")).hasSize(1);
        assertThat(morning).endsWith(api.get(inside).text("/overlaps/0"));
        assertThat(api.get(after).json().at("/overlaps")).isEmpty();
        assertThat(api.get(amount).json().at("/overlaps")).isEmpty();
        assertThat(api.get(ENTRIES + "?from=2026-03-10&to=2026-03-10").json().at("/items/0/overlaps"))
                .hasSize(1);
        assertThat(api.get(morning).json().at("/duration_seconds").asInt()).isEqualTo(5400);
    }

    @Test
    void keepsTheLinkToTheSentenceThatAnEntryCameFrom() {
        var proposal = "/api/proposals/"
                + new StoredProposals(server, database()).one(account.person()).value();
        var entry = api.post(proposal + "/acceptance").header("Location");

        var edited = api.patch(entry, "{\"duration\": \"2h\", \"description\": \"Longer\"}");
        assertThat(proposal).endsWith(edited.text("/proposal_id"));
        assertThat(edited.json().at("/duration_hours").asDouble()).isEqualTo(2);
        assertThat(edited.json().at("/clock_known").asBoolean()).isFalse();
        api.delete(entry);
        assertThat(proposal).endsWith(api.post(entry + "/restoration").text("/proposal_id"));

        api.delete(entry);
        assertThat(api.delete(proposal + "/acceptance").status()).isEqualTo(204);
        assertThat(api.post(entry + "/restoration").status())
                .as("taken back with its approval, for good")
                .isEqualTo(404);
        assertThat(api.post(proposal + "/acceptance").status()).isEqualTo(201);
    }

    @Test
    void recordsEveryChangeInTheAuditLog() {
        var entry = add(MORNING);
        api.patch(entry, "{\"description\": \"Settlement talks\"}");
        api.delete(entry);
        api.post(entry + "/restoration");
        api.post(ENTRIES + "/start");
        api.post(ENTRIES + "/switch");
        api.post(ENTRIES + "/stop");

        var rows = new Rows(database());
        assertThat(rows.operations(account.id().value()))
                .endsWith(
                        "time_entry.created",
                        "time_entry.updated",
                        "time_entry.deleted",
                        "time_entry.restored",
                        "time_entry.started",
                        "time_entry.stopped",
                        "time_entry.started",
                        "time_entry.stopped");
        assertThat(rows.texts(
                        "SELECT details::text FROM audit_events WHERE user_id = ? AND operation = 'time_entry.updated'",
                        account.id().value()))
                .containsExactly("{\"fields\": [\"description\"]}");
    }

    private String add(String body) {
        return api.post(ENTRIES, body).header("Location");
    }
}
