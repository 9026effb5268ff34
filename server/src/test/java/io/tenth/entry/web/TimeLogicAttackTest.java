package io.tenth.entry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to record time that nobody can have worked, and the nights on which the clocks change. New York's are meant. */
class TimeLogicAttackTest extends ServerTest {

    private static final String ENTRIES = "/api/time-entries";
    private static final String NIGHT_OF_25_HOURS = "2025-11-02";
    private static final String NIGHT_OF_23_HOURS = "2025-03-09";

    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T14:00:00Z, 2026-03-10T13:00:00Z",
        "2026-03-10T14:00:00Z, 2026-03-10T14:00:00Z",
        "2026-03-10T14:00:00.1Z, 2026-03-10T14:00:00.9Z",
        "2026-03-10T14:00:00Z, 2026-03-11T14:00:01Z",
        "2025-11-02T04:00:00Z, 2025-11-03T05:00:00Z",
        "1899-12-31T14:00:00Z, 1899-12-31T15:00:00Z",
        "3000-01-01T14:00:00Z, 3000-01-01T15:00:00Z",
        "-1000000000-01-01T00:00:00Z, -1000000000-01-01T01:00:00Z",
        "+1000000000-12-31T22:00:00Z, +1000000000-12-31T23:00:00Z",
    })
    void refusesTimeThatIsNone(String start, String end) {
        assertThat(clocked(start, end).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-1h", "0", "0:00", "25", "25h", "24:01", "1441m", "1e1", "NaN", "Infinity", ""})
    void refusesAmountsThatNoDayHolds(String duration) {
        assertThat(amount(NIGHT_OF_25_HOURS, duration).status()).isEqualTo(422);
    }

    @Test
    void refusesTimeThatIsStillToCome() {
        var today = LocalDate.now(clock().withZone(ZoneId.of("America/New_York")));

        assertThat(amount(today.plusDays(1).toString(), "1h").status()).isEqualTo(201);
        assertThat(amount(today.plusDays(2).toString(), "1h").status()).isEqualTo(422);
        var soon = clock().instant().plusSeconds(3 * 24 * 3600);
        assertThat(clocked(soon.toString(), soon.plusSeconds(60).toString()).status())
                .isEqualTo(422);
        var past = amount("2026-03-10", "1h").header("Location");
        assertThat(api.patch(past, "{\"date_performed\": \"" + today.plusDays(2) + "\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void countsBothHoursOfTheFold() {
        var night = clocked("2025-11-02T05:30:00Z", "2025-11-02T06:30:00Z");

        assertThat(night.json().at("/duration_seconds").asInt())
                .as("from half past one to half past one")
                .isEqualTo(3600);
        assertThat(night.text("/date_performed")).isEqualTo(NIGHT_OF_25_HOURS);
        assertThat(amount(NIGHT_OF_25_HOURS, "24h").text("/end_time")).isEqualTo("2025-11-03T04:00:00Z");
    }

    @Test
    void countsNothingOfTheGap() {
        var night = clocked("2025-03-09T06:30:00Z", "2025-03-09T07:30:00Z");

        assertThat(night.json().at("/duration_seconds").asInt())
                .as("from half past one to half past three")
                .isEqualTo(3600);
        assertThat(amount(NIGHT_OF_23_HOURS, "24h").status()).isEqualTo(201);
    }

    @Test
    void movesATimeOfDayThatTheGapSwallows() {
        var night = clocked("2025-03-08T07:30:00Z", "2025-03-08T08:00:00Z").header("Location");

        var moved = api.patch(night, "{\"date_performed\": \"" + NIGHT_OF_23_HOURS + "\"}");

        assertThat(moved.text("/start_time")).as("half past three").isEqualTo("2025-03-09T07:30:00Z");
        assertThat(moved.text("/date_performed")).isEqualTo(NIGHT_OF_23_HOURS);
        assertThat(moved.json().at("/duration_seconds").asInt()).isEqualTo(1800);
    }

    @Test
    void givesWorkAcrossMidnightToTheDayOnWhichItBegan() {
        clocked("2026-03-11T02:00:00Z", "2026-03-11T06:00:00Z");

        assertThat(items("2026-03-10")).isEqualTo(1);
        assertThat(items("2026-03-11")).isZero();
    }

    @Test
    void runsATimerThroughTheNightOfTheFold() {
        clock().set(Instant.parse("2025-11-02T05:30:00Z"));
        api(account).post(ENTRIES + "/start");
        clock().set(Instant.parse("2025-11-02T06:30:00Z"));

        var stopped = api(account).post(ENTRIES + "/stop");

        assertThat(stopped.json().at("/duration_seconds").asInt()).isBetween(3600, 3602);
        assertThat(stopped.text("/date_performed")).isEqualTo(NIGHT_OF_25_HOURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-06-01T00:00:00Z", "2026-03-09T12:59:00Z", "2026-03-10T13:01:00Z"})
    void refusesARunningTimerThatBeganMoreThanADayAgoOrIsStillToBegin(String start) {
        var running = startAt("2026-03-10T13:00:00Z");

        assertThat(api.patch(running, "{\"start_time\": \"" + start + "\"}").status())
                .isEqualTo(422);
        assertThat(api.patch(running, "{\"start_time\": \"2026-03-09T13:00:30Z\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post(ENTRIES + "/stop").json().at("/duration_seconds").asInt())
                .isBetween(86_340, 86_400);
    }

    @Test
    void cutsATimerThatNobodyStopped() {
        var forgotten = startAt("2026-03-10T13:00:00Z");
        at("2026-03-16T13:00:00Z");

        var stopped = api.post(ENTRIES + "/stop");

        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.json().at("/duration_seconds").asInt()).isEqualTo(86_400);
        assertThat(stopped.text("/date_performed")).isEqualTo("2026-03-10");
        assertThat(stopped.text("/notice")).contains("more than 24 hours").contains("2026-03-10");
        assertThat(api.get(forgotten).json().at("/notice").isNull())
                .as("said once, to whom stopped it")
                .isTrue();
        assertThat(cutOnes()).isEqualTo(1);
    }

    @Test
    void cutsATimerThatNobodyStoppedBeforeASwitch() {
        var forgotten = startAt("2026-03-10T13:00:00Z");
        at("2026-03-16T13:00:00Z");

        var next = api.post(ENTRIES + "/switch");

        assertThat(next.status()).isEqualTo(201);
        assertThat(next.text("/start_time")).startsWith("2026-03-16T13:00:");
        assertThat(next.text("/notice")).contains("2026-03-10");
        assertThat(api.get(forgotten).json().at("/duration_seconds").asInt()).isEqualTo(86_400);
        assertThat(cutOnes()).isEqualTo(1);
        at("2026-03-16T13:06:00Z");
        assertThat(api.post(ENTRIES + "/switch").json().at("/notice").isNull()).isTrue();
        assertThat(cutOnes()).isEqualTo(1);
    }

    @Test
    void overlapsWithATimerForAsLongAsItMayCount() {
        var forgotten = startAt("2026-03-10T13:00:00Z");
        at("2026-03-16T13:00:00Z");
        var within = clocked("2026-03-11T12:00:00Z", "2026-03-11T13:30:00Z");
        var after = clocked("2026-03-14T12:00:00Z", "2026-03-14T13:00:00Z");

        assertThat(within.json().at("/overlaps")).hasSize(1);
        assertThat(after.json().at("/overlaps")).isEmpty();
        assertThat(api.get(forgotten).json().at("/overlaps")).hasSize(1);
        assertThat(api.get(ENTRIES + "/active").json().at("/overlaps")).hasSize(1);
        assertThat(api.post(ENTRIES + "/stop").json().at("/overlaps")).hasSize(1);
        assertThat(api.get(forgotten).json().at("/overlaps")).hasSize(1);
    }

    @Test
    void countsTheCharactersOfADescriptionAsPeopleDo() {
        assertThat(described("\uD83D\uDD52".repeat(500)).text("/description")).isEqualTo("\uD83D\uDD52".repeat(500));
        assertThat(described("\uD83D\uDD52".repeat(501)).status()).isEqualTo(422);
        assertThat(described("a\\u0000b").status()).isEqualTo(422);
        assertThat(described("a\\ud83d").status()).isEqualTo(422);
        assertThat(described("<script>alert(1)</script>").text("/description")).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void losesNeitherOfTwoChangesAtOnce() throws Exception {
        for (var round = 0; round < 10; round++) {
            var entry = amount("2026-03-10", "1h").header("Location");
            var statuses = AtOnce.statuses(List.of(
                    () -> api.patch(entry, "{\"duration\": \"2h\"}").status(),
                    () -> api.patch(entry, "{\"billable\": false}").status()));

            assertThat(statuses).containsExactly(200, 200);
            var after = api.get(entry);
            assertThat(after.json().at("/duration_hours").asDouble()).isEqualTo(2);
            assertThat(after.json().at("/billable").asBoolean()).isFalse();
            assertThat(after.header("ETag")).startsWith("\"3-");
        }
    }

    private String startAt(String time) {
        at(time);
        return api.post(ENTRIES + "/start").header("Location");
    }

    /** Tokens do not live as long as the clock is moved. */
    private void at(String time) {
        clock().set(Instant.parse(time));
        api = api(account);
    }

    private int cutOnes() {
        return new Rows(database())
                .texts(
                        "SELECT resource_id FROM audit_events WHERE user_id = ? AND operation = 'time_entry.stopped'"
                                + " AND (details->>'cut_at_hours')::integer = 24",
                        account.id().value())
                .size();
    }

    private ApiClient.Answer clocked(String start, String end) {
        return api.post(ENTRIES, "{\"start_time\": \"" + start + "\", \"end_time\": \"" + end + "\"}");
    }

    private ApiClient.Answer amount(String day, String duration) {
        return api.post(ENTRIES, "{\"date_performed\": \"" + day + "\", \"duration\": \"" + duration + "\"}");
    }

    private ApiClient.Answer described(String json) {
        return api.post(
                ENTRIES,
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"description\": \"" + json + "\"}");
    }

    private int items(String day) {
        return api.get(ENTRIES + "?from=" + day + "&to=" + day)
                .json()
                .at("/items")
                .size();
    }
}
