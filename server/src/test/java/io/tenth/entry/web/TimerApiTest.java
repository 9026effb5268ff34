package io.tenth.entry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.entry.StoredTasks;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timer: at most one runs, whoever asks and however often. */
class TimerApiTest extends ServerTest {

    private static final String TIMER = "/api/time-entries";
    private static final int AT_ONCE = 50;

    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void runsFromStartToStop() {
        clock().set(Instant.parse("2026-03-10T13:00:00Z"));
        api = api(account);
        var task = new StoredTasks(database()).one("Read the lease", account);
        var started = api.post(TIMER + "/start", "{\"task_id\": \"" + task + "\", \"description\": \"Reading\"}");

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.json().at("/is_active").asBoolean()).isTrue();
        assertThat(started.json().at("/end_time").isNull()).isTrue();
        assertThat(started.json().at("/duration_seconds").isNull()).isTrue();
        assertThat(started.text("/task_title")).isEqualTo("Read the lease");
        assertThat(api.get(TIMER + "/active").body()).isEqualTo(started.body());
        assertThat(api.get(started.header("Location")).body()).isEqualTo(started.body());

        clock().advance(Duration.ofMinutes(6));
        var stopped = api.post(TIMER + "/stop");
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.text("/id")).isEqualTo(started.text("/id"));
        assertThat(stopped.json().at("/is_active").asBoolean()).isFalse();
        assertThat(stopped.json().at("/duration_seconds").asInt()).isBetween(360, 362);
        assertThat(api.get(TIMER + "/active").status()).isEqualTo(204);
        assertThat(api.post(TIMER + "/stop").status()).isEqualTo(409);
    }

    @Test
    void refusesASecondRunningTimer() {
        api.post(TIMER + "/start");

        assertThat(api.post(TIMER + "/start").text("/error/code")).isEqualTo("CONFLICT");
        assertThat(api(newPerson()).post(TIMER + "/start").status()).isEqualTo(201);
    }

    @Test
    void countsAtLeastASecond() {
        clock().set(Instant.parse("2026-03-10T13:00:00.5Z"));
        api = api(account);
        api.post(TIMER + "/start");
        clock().advance(Duration.ofMinutes(-1));

        assertThat(api(account)
                        .post(TIMER + "/stop")
                        .json()
                        .at("/duration_seconds")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void isChangedLastWhenItIsStopped() {
        clock().set(Instant.parse("2026-03-10T13:00:00.7Z"));
        api = api(account);
        api.post(TIMER + "/start");

        var stopped = api.post(TIMER + "/stop");

        assertThat(Instant.parse(stopped.text("/updated_at")))
                .isAfterOrEqualTo(Instant.parse(stopped.text("/created_at")));
    }

    @Test
    void turnsToOtherWorkWithoutAGap() {
        var first = api.post(TIMER + "/switch", "{\"description\": \"First\"}");
        assertThat(first.status()).isEqualTo(201);
        clock().advance(Duration.ofMinutes(3));

        var second = api.post(TIMER + "/switch", "{\"description\": \"Second\"}");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("/description")).isEqualTo("Second");
        assertThat(api.get(first.header("Location")).text("/end_time")).isEqualTo(second.text("/start_time"));
        assertThat(second.json().at("/overlaps")).isEmpty();
    }

    @Test
    void letsARunningTimerBeCorrectedButNotEndedByAnEdit() {
        var running = api.post(TIMER + "/start").header("Location");
        var earlier = clock().instant().minusSeconds(600).toString();

        assertThat(api.patch(running, "{\"start_time\": \"" + earlier + "\", \"description\": \"Lease\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.patch(running, "{\"start_time\": \"2990-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
        for (var end : List.of(
                "{\"end_time\": \"2026-03-10T15:00:00Z\"}",
                "{\"duration\": \"1h\"}",
                "{\"date_performed\": \"2026-03-10\"}")) {
            assertThat(api.patch(running, end).status()).as(end).isEqualTo(409);
        }
        assertThat(api.post(TIMER + "/stop").json().at("/duration_seconds").asInt())
                .isGreaterThanOrEqualTo(600);
    }

    @Test
    void doesNotBringATimerBackWhileAnotherRuns() {
        var discarded = api.post(TIMER + "/start").header("Location");
        api.delete(discarded);
        api.post(TIMER + "/start");

        assertThat(api.post(discarded + "/restoration").text("/error/code")).isEqualTo("CONFLICT");
        api.post(TIMER + "/stop");
        assertThat(api.post(discarded + "/restoration").json().at("/is_active").asBoolean())
                .isTrue();
    }

    @Test
    void startsOneTimerOfFiftyAtOnce() throws Exception {
        var statuses = together(() -> api.post(TIMER + "/start").status());

        assertThat(statuses).hasSize(AT_ONCE).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(entries("is_active")).isEqualTo(1);
        assertThat(entries("TRUE")).isEqualTo(1);
    }

    @Test
    void stopsATimerOnceOfFiftyAtOnce() throws Exception {
        api.post(TIMER + "/start");

        var statuses = together(() -> api.post(TIMER + "/stop").status());

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(entries("is_active")).isZero();
    }

    @Test
    void leavesOneTimerAfterFiftySwitchesAtOnce() throws Exception {
        var statuses = together(() -> api.post(TIMER + "/switch").status());

        assertThat(statuses).containsOnly(201);
        assertThat(entries("is_active")).isEqualTo(1);
        assertThat(entries("TRUE")).isEqualTo(AT_ONCE);
    }

    private int entries(String condition) {
        return new Rows(database())
                .texts(
                        "SELECT entry_id::text FROM time_entries WHERE user_id = ? AND " + condition,
                        account.id().value())
                .size();
    }

    private static List<Integer> together(Callable<Integer> request) throws Exception {
        return AtOnce.statuses(Collections.nCopies(AT_ONCE, request));
    }
}
