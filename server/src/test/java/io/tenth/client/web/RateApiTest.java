package io.tenth.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an hour costs, and the rate that applies to an entry. Whatever is set is taken out again: rates are the firm's. */
class RateApiTest extends ServerTest {

    private static final String RATES = "/api/rates";

    private Account person;
    private ApiClient api;
    private ApiClient manager;

    @BeforeEach
    void signIn() {
        person = newPerson();
        api = api(person);
        manager = api(newPerson(Role.MANAGER));
    }

    @AfterEach
    void takeOut() {
        manager.get(RATES + "?limit=100")
                .json()
                .at("/items")
                .forEach(rate -> manager.delete(RATES + "/" + rate.at("/id").asString()));
    }

    @Test
    void findsTheNarrowestRateOfTheDay() {
        var matter = matter();
        var client = api.get("/api/matters/" + matter).text("/client_id");
        api.patch("/api/time-tracking/settings", "{\"default_rate\": 100, \"currency\": \"EUR\"}");

        assertThat(rateOf(matter, "2026-03-10")).isEqualTo("100.00 EUR");
        set("\"amount\": 200");
        assertThat(rateOf(matter, "2026-03-10")).isEqualTo("200.00 USD");
        set("\"amount\": 210, \"category\": \"Partner\"");
        api.patch("/api/time-tracking/settings", "{\"rate_category\": \"partner\"}");
        assertThat(rateOf(matter, "2026-03-10")).isEqualTo("210.00 USD");
        set("\"amount\": 220, \"user_id\": \"%s\"".formatted(person.id().value()));
        assertThat(rateOf(matter, "2026-03-10")).isEqualTo("220.00 USD");
        set("\"amount\": 230, \"client_id\": \"%s\"".formatted(client));
        assertThat(rateOf(matter, "2026-03-10")).isEqualTo("230.00 USD");
        set("\"amount\": 240, \"matter_id\": \"%s\"".formatted(matter));
        assertThat(rateOf(matter, "2026-03-10")).isEqualTo("240.00 USD");
        assertThat(rateOf(null, "2026-03-10")).isEqualTo("220.00 USD");
    }

    @Test
    void takesTheRateOfTheDayOfTheWork() {
        set("\"amount\": 200, \"effective_to\": \"2026-03-31\"");
        manager.post(RATES, "{\"amount\": 250, \"currency\": \"USD\", \"effective_from\": \"2026-04-01\"}");

        assertThat(rateOf(null, "2025-12-31")).isEqualTo("null null");
        assertThat(rateOf(null, "2026-01-01")).isEqualTo("200.00 USD");
        assertThat(rateOf(null, "2026-03-31")).isEqualTo("200.00 USD");
        assertThat(rateOf(null, "2026-04-01")).isEqualTo("250.00 USD");
    }

    @Test
    void isSetByManagersAndSeenByThoseItConcerns() {
        var firms = set("\"amount\": 200").text("/id");
        var others = set("\"amount\": 300, \"user_id\": \"%s\""
                        .formatted(newPerson().id().value()))
                .text("/id");

        assertThat(api.post(RATES, rate("\"amount\": 1")).status()).isEqualTo(403);
        assertThat(api.patch(RATES + "/" + firms, "{\"amount\": 1}").status()).isEqualTo(403);
        assertThat(api.delete(RATES + "/" + firms).status()).isEqualTo(403);
        assertThat(api.get(RATES + "/" + firms).status()).isEqualTo(200);
        assertThat(api.get(RATES + "/" + others).status()).isEqualTo(404);
        assertThat(api.get(RATES).body()).doesNotContain(others);
    }

    @Test
    void refusesTwoRatesForOneThingAndWhatMakesNoSense() {
        set("\"amount\": 200");

        assertThat(manager.post(RATES, rate("\"amount\": 210")).status()).isEqualTo(409);
        assertThat(manager.post(RATES, rate("\"amount\": -1")).body()).contains("amount is between 0 and 1000000");
        assertThat(manager.post(RATES, rate("\"amount\": 1, \"user_id\": \"%s\"".formatted(UUID.randomUUID())))
                        .body())
                .contains("no such person");
        assertThat(manager.post(RATES, rate("\"amount\": 1, \"effective_to\": \"2025-01-01\""))
                        .body())
                .contains("effective_to is not before");
    }

    @Test
    void changesARateInTheVersionThatWasSeen() {
        var made = set("\"amount\": 200");
        var path = RATES + "/" + made.text("/id");
        var edited = manager.with("If-Match", made.header("ETag")).patch(path, "{\"amount\": 205.5}");

        assertThat(edited.json().at("/amount").asDouble()).isEqualTo(205.5);
        assertThat(manager.with("If-Match", made.header("ETag"))
                        .patch(path, "{\"amount\": 1}")
                        .status())
                .isEqualTo(412);
    }

    private String rateOf(@Nullable String matter, String day) {
        var entry = api.post(
                "/api/time-entries",
                "{\"date_performed\": \"%s\", \"duration\": \"1h\", \"matter_id\": %s}"
                        .formatted(day, matter == null ? "null" : "\"" + matter + "\""));
        var rate = entry.json().at("/billing_rate");
        return (rate.isNull() ? "null" : rate.decimalValue().setScale(2)) + " "
                + (rate.isNull() ? "null" : entry.text("/currency"));
    }

    private ApiClient.Answer set(String fields) {
        var answer = manager.post(RATES, rate(fields));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static String rate(String fields) {
        return "{\"currency\": \"USD\", \"effective_from\": \"2026-01-01\", " + fields + "}";
    }

    private String matter() {
        var code = UUID.randomUUID().toString();
        var client = api.post("/api/clients", "{\"name\": \"Halloran\", \"code\": \"" + code + "\"}")
                .text("/id");
        return api.post(
                        "/api/matters",
                        "{\"client_id\": \"%s\", \"name\": \"Settlement\", \"number\": \"%s\"}".formatted(client, code))
                .text("/id");
    }
}
