package io.tenth.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.shared.DomainException;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools as every door calls them: by name, with JSON. */
class ToolsTest extends ServerTest {

    @Autowired
    private Tools tools;

    @Autowired
    private JsonMapper json;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private List<Tool<?, ?>> all;

    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @Test
    void areAllListed() {
        assertThat(all)
                .extracting(tool -> (Object) tool.description())
                .containsExactlyInAnyOrderElementsOf(Tools.DESCRIPTIONS);
    }

    @Test
    void readsSettingsWhenNothingIsToBeChanged() {
        var answer = call("configure_time_tracking", "{}");

        assertThat(answer.at("/settings/rounding").asString()).isEqualTo("none");
        assertThat(answer.at("/settings/max_batch_size").asInt()).isEqualTo(100);
        assertThat(answer.at("/changes")).isEmpty();
        assertThat(answer.at("/changed_by").isNull()).isTrue();
        assertThat(events("settings.changed")).isEmpty();
    }

    @Test
    void changesSettingsAndSaysFromWhatToWhatByWhomAndWhen() {
        call("configure_time_tracking", "{\"auto_approve_threshold\": 0.9, \"default_rate\": 200}");
        var answer = call("configure_time_tracking", """
                {"rounding": "up", "rounding_increment_minutes": 15, "working_day_hours": null, "time_zone": "Europe/Berlin",
                 "unset": ["auto_approve_threshold"]}
                """);

        assertThat(answer.at("/changes")
                        .valueStream()
                        .map(change -> change.path("setting").asString()
                                + ": " + change.path("from").asString("nothing")
                                + " -> " + change.path("to").asString("nothing")))
                .containsExactly(
                        "rounding: none -> up",
                        "rounding_increment_minutes: 6 -> 15",
                        "auto_approve_threshold: 0.900 -> nothing",
                        "time_zone: America/New_York -> Europe/Berlin");
        assertThat(answer.at("/settings/default_rate").asInt()).isEqualTo(200);
        assertThat(answer.at("/changed_by").asString())
                .isEqualTo(account.id().value().toString());
        assertThat(answer.at("/changed_at").asString()).isNotEmpty();
        assertThat(api(account).get("/api/time-tracking/settings").text("/rounding"))
                .isEqualTo("up");
        assertThat(events("settings.changed")).hasSize(2);
    }

    @Test
    void refusesWhatItDoesNotUnderstandInASentence() {
        assertRefused("configure_time_tracking", "{\"rounding\": \"sideways\"}", "rounding has the wrong form");
        assertRefused("configure_time_tracking", "{\"colour\": 1}", "There is no argument colour.");
        assertRefused("configure_time_tracking", "{\"concurrency\": 51}", "concurrency is 1 to 50.");
        assertRefused("configure_time_tracking", "{\"rounding_increment_minutes\": 7}", "is one of 6, 10, 15, 30");
        assertRefused(
                "configure_time_tracking", "{\"encryption_enabled\": false}", "encryption_enabled is always true");
        assertRefused("configure_time_tracking", "rounding up", "The arguments are not JSON.");
        assertRefused("configure_time_tracking", "null", "The arguments are a JSON object.");
        assertRefused("get_time_tracking_summary", "{\"date_range_days\": 366}", "date_range_days is 1 to 365.");
        assertRefused("delete_everything", "{}", "There is no such tool.");
    }

    @Test
    void raisesHowLongDataIsKeptAndNeverLowersIt() {
        assertRefused(
                "configure_time_tracking", "{\"data_retention_days\": 2554}", "A tool only raises data_retention_days");

        assertThat(call("configure_time_tracking", "{\"data_retention_days\": 2600}")
                        .at("/settings/data_retention_days")
                        .asInt())
                .isEqualTo(2600);
    }

    @Test
    void leavesATraceOfEachCall() {
        var before = timed("done");
        call("configure_time_tracking", "{}");
        assertRefused("get_time_tracking_summary", "{\"date_range_days\": 0}", "date_range_days");

        assertThat(timed("done")).isEqualTo(before + 1);
        assertThat(new Rows(database())
                        .texts(
                                "SELECT resource_id || ' ' || result || ' ' || array_to_string(compliance_flags, '+')"
                                        + " FROM audit_events WHERE user_id = ? AND operation = 'tool.called'"
                                        + " AND correlation_id IS NOT NULL ORDER BY event_id",
                                account.id().value()))
                .containsExactly(
                        "configure_time_tracking success TIME_TRACKING",
                        "get_time_tracking_summary refused BILLABLE+CLIENT_DATA+TIME_TRACKING");
    }

    @Test
    void answersNoMoreCallsInAMinuteThanThePersonHasSet() {
        call("configure_time_tracking", "{\"rate_limit_per_minute\": 3}");
        call("configure_time_tracking", "{}");
        call("configure_time_tracking", "{}");
        assertRefused("configure_time_tracking", "{}", "allows 3 calls of the tools in a minute");
        var another = newPerson();
        assertThat(tools.call("configure_time_tracking", "{}", another.person()))
                .isNotNull();

        clock().advance(Duration.ofSeconds(61));

        assertThat(call("configure_time_tracking", "{}").at("/changes")).isEmpty();
    }

    private JsonNode call(String name, String arguments) {
        return json.valueToTree(tools.call(name, arguments, account.person()));
    }

    private void assertRefused(String name, String arguments, String sentence) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> call(name, arguments))
                .withMessageContaining(sentence);
    }

    private long timed(String outcome) {
        return metrics.timer("time.tracking.tool", "tool", "configure_time_tracking", "outcome", outcome)
                .count();
    }

    private List<String> events(String operation) {
        return new Rows(database())
                .texts(
                        "SELECT operation FROM audit_events WHERE user_id = ? AND operation = ?",
                        account.id().value(),
                        operation);
    }
}
