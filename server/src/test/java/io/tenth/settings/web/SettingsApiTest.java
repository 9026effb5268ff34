package io.tenth.settings.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsApiTest extends ServerTest {

    private static final String PATH = "/api/time-tracking/settings";

    private Account person;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        person = newPerson();
        api = api(person);
    }

    @Test
    void givesTheDefaultsToWhomeverHasSetNothing() {
        var answer = api.get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/rounding")).isEqualTo("none");
        assertThat(answer.json().at("/working_day_hours").asDouble()).isEqualTo(8);
        assertThat(answer.json().at("/auto_approve_threshold").isNull()).isTrue();
        assertThat(answer.text("/time_zone")).isEqualTo("America/New_York");
        assertThat(answer.json().at("/max_batch_size").asInt()).isEqualTo(100);
        assertThat(answer.json().at("/data_retention_days").asInt()).isEqualTo(2555);
        assertThat(answer.json().at("/updated_at").isNull()).isTrue();
    }

    @Test
    void changesWhatIsNamedAndSaysFromWhatToWhat() {
        var answer = api.patch(PATH, """
                {"rounding": "up", "rounding_increment_minutes": 15, "working_day_hours": 7.5,
                 "auto_approve_threshold": 0.95, "time_zone": "Europe/Berlin", "rounding": "up"}
                """.replace(", \"rounding\": \"up\"}", "}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/rounding")).isEqualTo("up");
        assertThat(answer.text("/changed_by")).isEqualTo(person.id().value().toString());
        assertThat(answer.json().at("/changes")).hasSize(5);
        assertThat(answer.text("/changes/0/setting")).isEqualTo("rounding");
        assertThat(answer.text("/changes/0/from")).isEqualTo("none");
        assertThat(answer.text("/changes/0/to")).isEqualTo("up");
        assertThat(answer.text("/changes/4/to")).isEqualTo("Europe/Berlin");
        assertThat(api.get("/api/users/me").text("/time_zone")).isEqualTo("Europe/Berlin");
        assertThat(api.get(PATH).json().at("/rounding_increment_minutes").asInt())
                .isEqualTo(15);
        assertThat(new Rows(database())
                        .texts(
                                "SELECT details #>> '{changes,rounding,to}' FROM audit_events"
                                        + " WHERE user_id = ? AND operation = 'settings.changed'",
                                person.id().value()))
                .containsExactly("up");
    }

    @Test
    void keepsTheAuditLogAtLeastAsLongAsTheData() {
        var tooShort = api.patch(PATH, "{\"audit_log_retention_years\": 6}");
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.body()).contains("at least as long as the data, 2555 days");
        assertThat(api.patch(PATH, "{\"data_retention_days\": 3651}").status()).isEqualTo(422);

        var both = api.patch(PATH, "{\"audit_log_retention_years\": 2, \"data_retention_days\": 730}");

        assertThat(both.status()).isEqualTo(200);
    }

    @Test
    void linksTheDashboardWhereItsOwnerLooks() {
        var dashboard = "https://grafana.firm.example/d/time-tracking-dashboard";
        api.patch(PATH, "{\"grafana_dashboard_url\": \"" + dashboard + "\"}");

        assertThat(browser(person).get("/settings").body())
                .contains("<a href=\"" + dashboard + "\" rel=\"noreferrer\">");
        assertThat(api.get("/api/time-tracking/summary").text("/grafana_dashboard_url"))
                .isEqualTo(dashboard);
        api.patch(PATH, "{\"grafana_dashboard_url\": null}");
        assertThat(api.get("/api/time-tracking/summary")
                        .json()
                        .at("/grafana_dashboard_url")
                        .isNull())
                .isTrue();
    }

    @Test
    void emptiesWhatCanBeEmpty() {
        api.patch(PATH, "{\"default_rate\": 320, \"auto_approve_threshold\": 0.9}");

        var answer = api.patch(PATH, "{\"default_rate\": null, \"auto_approve_threshold\": null}");

        assertThat(answer.json().at("/default_rate").isNull()).isTrue();
        assertThat(answer.text("/changes/0/from")).isEqualTo("320.00");
        assertThat(answer.json().at("/changes/0/to").isNull()).isTrue();
        assertThat(api.patch(PATH, "{\"rounding\": null}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rounding\": \"down\" | rounding",
                "\"rounding_increment_minutes\": 7 | rounding_increment_minutes is one of 6, 10, 15, 30",
                "\"minimum_increment_minutes\": -1 | minimum_increment_minutes is between 0 and 480",
                "\"working_day_hours\": 25 | working_day_hours is between 1 and 24",
                "\"working_day_hours\": 7.777 | whole minutes",
                "\"default_rate\": -1 | default_rate is between 0 and 1000000",
                "\"currency\": \"EURO\" | ISO 4217",
                "\"auto_approve_threshold\": 0.4 | auto_approve_threshold is between 0.5 and 1",
                "\"auto_approve_threshold\": 1e400 | auto_approve_threshold",
                "\"time_zone\": \"Mars/Base\" | zone",
                "\"language\": \"xx\" | language is one of en, en-GB, de",
                "\"language\": \"en-us\" | language is one of",
                "\"max_batch_size\": 0 | max_batch_size is between 1 and 1000",
                "\"max_batch_size\": 1001 | max_batch_size is between 1 and 1000",
                "\"processing_timeout\": 0 | processing_timeout",
                "\"rate_limit_per_minute\": 0 | rate_limit_per_minute",
                "\"concurrency\": 51 | concurrency is between 1 and 50",
                "\"cache_ttl\": -1 | cache_ttl",
                "\"grafana_dashboard_url\": \"javascript:alert(1)\" | grafana_dashboard_url",
                "\"data_retention_days\": 0 | data_retention_days",
                "\"data_retention_days\": 29 | data_retention_days is at least 30 on this server",
                "\"audit_log_retention_years\": 101 | audit_log_retention_years",
                "\"enable_audit_logging\": false | always true",
                "\"encryption_enabled\": false | always true",
                "\"language_model\": true | No language model is set up on this server",
                "\"roundness\": 1 | roundness"
            })
    void refusesWhatIsOutOfRangeAndSaysWhatIsIn(String change, String sentence) {
        var answer = api.patch(PATH, "{" + change + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
        assertThat(api.get(PATH).json().at("/updated_at").isNull()).isTrue();
    }

    @Test
    void refusesAChangeThatWasMadeForAnEarlierState() {
        var seen = api.get(PATH).header("ETag");
        api.patch(PATH, "{\"rounding\": \"nearest\"}");

        assertThat(api.with("If-Match", seen)
                        .patch(PATH, "{\"rounding\": \"up\"}")
                        .status())
                .isEqualTo(412);
        var now = api.get(PATH);
        assertThat(now.text("/rounding")).isEqualTo("nearest");
        assertThat(api.with("If-None-Match", now.header("ETag")).get(PATH).status())
                .isEqualTo(304);
        assertThat(api.with("If-Match", now.header("ETag"))
                        .patch(PATH, "{\"rounding\": \"up\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showsAndSavesThePage() {
        var browser = browser(person);
        var page = browser.get("/settings");
        assertThat(page.text()).contains("Hours in a day");

        var form = new java.util.HashMap<String, String>();
        var field = java.util.regex.Pattern.compile("name=\"([a-zA-Z]+)\"[^>]*?value=\"([^\"]*)\"")
                .matcher(page.body());
        while (field.find()) {
            form.put(field.group(1), field.group(2).replace("&quot;", "\""));
        }
        form.putAll(java.util.Map.of(
                "rounding",
                "up",
                "increment",
                "6",
                "timeZone",
                "Europe/Paris",
                "language",
                "en-GB",
                "autoApprove",
                "97.5"));
        assertThat(browser.post("/settings", form).text())
                .contains("rounding from none to up")
                .contains("auto approve threshold from none to 0.975");
        assertThat(api.get(PATH).text("/time_zone")).isEqualTo("Europe/Paris");
        assertThat(api.get(PATH).text("/language")).isEqualTo("en-GB");

        form.put("minimum", "soon");
        var refused = browser.post("/settings", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"soon\"");
    }
}
