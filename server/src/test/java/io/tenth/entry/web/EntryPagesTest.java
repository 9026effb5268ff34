package io.tenth.entry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.entry.StoredTasks;
import io.tenth.identity.Account;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The week and the day as a person fills them in. */
class EntryPagesTest extends ServerTest {

    private static final String WEEK = "/time?week=2026-03-10";
    private static final Map<String, String> SHOWN = Map.of("first", "2026-03-09", "last", "2026-03-15");
    private static final String SHOWN_QUERY = "?first=2026-03-09&last=2026-03-15";

    private Account person;
    private Browser browser;
    private ApiClient api;

    @BeforeEach
    void openTheWeek() {
        person = newPerson();
        browser = browser(person);
        browser.get(WEEK);
        api = api(person);
    }

    @Test
    void addsAnAmountToADay() {
        assertThat(browser.part("/time/entries/form?day=2026-03-10").body()).contains("value=\"2026-03-10\"");

        var added = add(Map.of("hours", "1h30", "day", "2026-03-10", "description", "Lease", "billable", "yes"));

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.text()).contains("1.50 hours, 1.50 of them billable").contains("Tuesday 10 March 1.50");
        assertThat(added.body()).contains("hx-swap-oob=\"true\"");
        assertThat(browser.get(WEEK).text()).contains("Lease");
    }

    @Test
    void addsWorkByTheClock() {
        var added = add(Map.of("hours", "4", "day", "2026-03-10", "from", "22:00"));

        assertThat(added.text())
                .contains("22:00 – 02:00 +1 d")
                .contains("Tuesday 10 March 4.00")
                .contains("4.00 hours, 0.00 of them billable");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var refused = add(Map.of("hours", "soon", "day", "2026-03-10", "description", "Keep me"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Type the time as 1.5, 1:30");
        assertThat(refused.body()).contains("value=\"Keep me\"").contains("value=\"soon\"");
        assertThat(add(Map.of("hours", "1", "day", "2026-03-08", "from", "02:30"))
                        .text())
                .contains("There is no 02:30 on that day: the clocks go forward.");
        assertThat(browser.get(WEEK).text()).contains("No time in this week");
    }

    @Test
    void changesAnEntryAndLeavesTheSecondsThatTheFormDoesNotShow() {
        var entry = stored("{\"start_time\": \"2026-03-10T13:00:12Z\", \"end_time\": \"2026-03-10T14:00:47Z\"}");
        assertThat(browser.part("/time/entries/" + entry + "/form").body())
                .contains("value=\"09:00\"")
                .contains("value=\"1\"");

        save(entry, Map.of("hours", "1", "day", "2026-03-10", "from", "09:00", "description", "Talks"));
        assertThat(api.get("/api/time-entries/" + entry)
                        .json()
                        .at("/duration_seconds")
                        .asInt())
                .isEqualTo(3635);

        save(entry, Map.of("hours", "2", "day", "2026-03-10", "from", "09:00", "description", "Talks"));
        assertThat(api.get("/api/time-entries/" + entry).text("/end_time")).isEqualTo("2026-03-10T15:00:12Z");

        save(entry, Map.of("hours", "2", "day", "2026-03-11", "from", "", "description", "Talks"));
        var amount = api.get("/api/time-entries/" + entry);
        assertThat(amount.json().at("/clock_known").asBoolean()).isFalse();
        assertThat(amount.text("/date_performed")).isEqualTo("2026-03-11");
    }

    @Test
    void refusesAFormThatWasMadeBeforeAnotherChange() {
        var entry = stored("{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\"}");
        api.patch("/api/time-entries/" + entry, "{\"duration\": \"2h\"}");

        var refused = save(entry, Map.of("hours", "3", "day", "2026-03-10", "version", "\"1\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("It was changed in the meantime");
    }

    @Test
    void deletesAnEntryAndBringsItBack() {
        var entry = stored("{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"description\": \"Lease\"}");

        var deleted = browser.delete("/time/entries/" + entry + SHOWN_QUERY);
        assertThat(deleted.text())
                .contains("No time in this week")
                .contains("Deleted")
                .contains("Undo");

        var restored = browser.change("/time/entries/" + entry + "/restoration", SHOWN);
        assertThat(restored.text()).contains("Lease").contains("Brought back").doesNotContain("Undo");
    }

    @Test
    void marksWhatOverlaps() {
        add(Map.of("hours", "2", "day", "2026-03-10", "from", "09:00"));

        assertThat(add(Map.of("hours", "1", "day", "2026-03-10", "from", "10:30"))
                        .text())
                .containsPattern("overlaps.*overlaps");
    }

    @Test
    void startsSwitchesAndStopsTheTimer() {
        var task = new StoredTasks(database()).one("Read the lease", person);
        assertThat(browser.get("/today").text())
                .contains("What do you work on?")
                .contains("Read the lease");

        var started = browser.post("/today/timer", Map.of("task", task, "description", "Reading", "billable", "yes"));
        assertThat(started.path()).isEqualTo("/today");
        assertThat(started.text())
                .contains("Reading Task: Read the lease")
                .contains("Stop")
                .contains("Switch to");
        assertThat(started.body()).contains("data-seconds=\"");
        assertThat(browser.get("/time").text()).contains("A timer runs since");

        browser.post("/today/timer", Map.of("description", "Talks"));
        assertThat(api.get("/api/time-entries/active").text("/description")).isEqualTo("Talks");
        assertThat(browser.post("/today/timer/stop", Map.of()).text())
                .contains("What do you work on?")
                .contains("Reading")
                .contains("Talks");
        assertThat(browser.post("/today/timer/stop", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void saysThatAForgottenTimerWasCut() {
        forget("2026-03-10T13:00:00Z", "2026-03-12T13:00:00Z");
        assertThat(browser.get("/today").text()).contains("It counts 24 hours at most");
        var stopped = browser.post("/today/timer/stop", Map.of());

        assertThat(stopped.path()).startsWith("/today");
        assertThat(stopped.text()).contains("more than 24 hours").contains("Tuesday 10 March 2026");
        assertThat(stopped.body()).contains("href=\"/time?week=2026-03-10\"");
        assertThat(browser.get(WEEK).text()).contains("09:00 – 09:00 +1 d").contains("24 h is the most");
        assertThat(browser.get("/today").text()).doesNotContain("more than 24 hours");

        forget("2026-03-20T13:00:00Z", "2026-03-22T13:00:00Z");
        assertThat(browser.post("/today/timer", Map.of("description", "Talks")).text())
                .contains("more than 24 hours")
                .contains("Friday 20 March 2026")
                .contains("Talks");
    }

    /** Sessions do not live as long as the clock is moved. */
    private void forget(String start, String noticed) {
        clock().set(Instant.parse(start));
        browser = browser(person);
        browser.post("/today/timer", Map.of("description", "Forgotten"));
        clock().set(Instant.parse(noticed));
        browser = browser(person);
        browser.get("/today");
    }

    @Test
    void correctsAndDiscardsWhatRuns() {
        browser.get("/today");
        browser.post("/today/timer", Map.of("description", "Wrong"));
        var running = api.get("/api/time-entries/active").text("/id");
        var today = api.get("/api/time-entries/active").text("/date_performed");
        var shown = "?first=" + today + "&last=" + today;

        assertThat(browser.part("/time/entries/" + running + "/form").body())
                .contains("id=\"timer\"")
                .doesNotContain("name=\"hours\"");
        var form = Map.of("day", today, "from", "00:00", "description", "Right", "first", today, "last", today);
        assertThat(browser.change("/time/entries/" + running, form).text()).contains("Right");
        assertThat(api.get("/api/time-entries/active").text("/description")).isEqualTo("Right");

        assertThat(browser.delete("/time/entries/" + running + shown).text())
                .contains("What do you work on?")
                .contains("Undo");
        assertThat(api.get("/api/time-entries/active").status()).isEqualTo(204);
    }

    @Test
    void anotherPersonsEntryIsNotFound() {
        var entry = stored("{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\"}");
        var stranger = browser(newPerson());
        stranger.get(WEEK);

        assertThat(stranger.part("/time/entries/" + entry + "/form").status()).isEqualTo(404);
        assertThat(stranger.change("/time/entries/" + entry, SHOWN).status()).isEqualTo(404);
        assertThat(stranger.delete("/time/entries/" + entry + SHOWN_QUERY).status())
                .isEqualTo(404);
        assertThat(stranger.part("/time/entries").status()).isEqualTo(422);
    }

    private Browser.Answer add(Map<String, String> form) {
        return browser.change("/time/entries", withScope(form));
    }

    private Browser.Answer save(String entry, Map<String, String> form) {
        return browser.change("/time/entries/" + entry, withScope(form));
    }

    private String stored(String body) {
        return api.post("/api/time-entries", body).text("/id");
    }

    private static Map<String, String> withScope(Map<String, String> form) {
        var all = new HashMap<>(form);
        all.putAll(SHOWN);
        return all;
    }
}
