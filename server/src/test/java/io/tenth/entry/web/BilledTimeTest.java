package io.tenth.entry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is billed of an entry, beside what was worked. */
class BilledTimeTest extends ServerTest {

    private static final String ENTRIES = "/api/time-entries";

    private ApiClient api;

    @BeforeEach
    void roundUpToTenths() {
        api = api(newPerson());
        api.patch("/api/time-tracking/settings", "{\"rounding\": \"up\", \"rounding_increment_minutes\": 6}");
    }

    @Test
    void roundsWhatIsBilledAndKeepsWhatWasWorked() {
        var entry = add("\"duration\": \"0:20\"");

        assertThat(entry.json().at("/duration_seconds").asInt()).isEqualTo(1200);
        assertThat(billed(entry)).isEqualTo(24);
        assertThat(billed(add("\"duration\": \"0:20\", \"billable\": false"))).isZero();
        assertThat(billed(add("\"duration\": \"0:20\", \"billed_minutes\": 15")))
                .isEqualTo(15);
    }

    @Test
    void billsAClientInTheStepsThatWereAgreed() {
        var code = UUID.randomUUID().toString();
        var client = api.post(
                "/api/clients",
                "{\"name\": \"Halloran\", \"code\": \"%s\", \"aliases\": [\"HAL\"], \"billing_increment_minutes\": 15}"
                        .formatted(code));
        var matter = api.post(
                        "/api/matters",
                        "{\"client_id\": \"%s\", \"name\": \"Sale\", \"number\": \"%s\"}"
                                .formatted(client.text("/id"), code))
                .text("/id");

        var entry = add("\"duration\": \"0:20\", \"matter_id\": \"%s\"".formatted(matter));
        assertThat(billed(entry)).isEqualTo(30);

        var path = "/api/clients/" + client.text("/id");
        var changed = api.with("If-Match", client.header("ETag")).patch(path, "{\"billing_increment_minutes\": 30}");
        assertThat(changed.json().at("/billing_increment_minutes").asInt()).isEqualTo(30);
        assertThat(changed.text("/aliases/0")).isEqualTo("HAL");
        assertThat(api.with("If-Match", client.header("ETag"))
                        .patch(path, "{\"name\": \"X\"}")
                        .status())
                .isEqualTo(412);
        assertThat(api.patch(path, "{\"billing_increment_minutes\": 7}").status())
                .isEqualTo(422);
        assertThat(billed(api.get(entry.header("Location")))).isEqualTo(30);
    }

    @Test
    void roundsAnewOnlyWhatWasChanged() {
        var path = add("\"duration\": \"0:20\"").header("Location");
        api.patch("/api/time-tracking/settings", "{\"rounding_increment_minutes\": 30}");

        assertThat(billed(api.patch(path, "{\"description\": \"Lease\"}"))).isEqualTo(24);
        assertThat(billed(api.patch(path, "{\"duration\": \"0:40\"}"))).isEqualTo(60);
        assertThat(billed(api.patch(path, "{\"billed_minutes\": 45}"))).isEqualTo(45);
        assertThat(billed(api.patch(path, "{\"duration\": \"0:50\"}"))).isEqualTo(45);
        assertThat(billed(api.patch(path, "{\"billed_minutes\": null}"))).isEqualTo(60);
        assertThat(billed(api.patch(path, "{\"billable\": false}"))).isZero();
    }

    @Test
    void billsATimerWhenItStops() {
        assertThat(api.post(ENTRIES + "/start", "{}")
                        .json()
                        .at("/billed_minutes")
                        .isNull())
                .isTrue();
        clock().advance(Duration.ofMinutes(13));

        assertThat(billed(api.post(ENTRIES + "/stop"))).isEqualTo(18);
    }

    @Test
    void bringsADeletedEntryBackWithItsFigures() {
        var path = add("\"duration\": \"0:20\", \"billed_minutes\": 15, \"rate_category\": \"partner\"")
                .header("Location");
        api.delete(path);

        var back = api.post(path + "/restoration");
        assertThat(billed(back)).isEqualTo(15);
        assertThat(back.text("/rate_category")).isEqualTo("partner");
    }

    private ApiClient.Answer add(String fields) {
        var made = api.post(ENTRIES, "{\"date_performed\": \"2026-03-10\", " + fields + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static int billed(ApiClient.Answer entry) {
        return entry.json().at("/billed_minutes").asInt(-1);
    }
}
