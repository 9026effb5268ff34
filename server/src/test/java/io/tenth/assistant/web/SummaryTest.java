package io.tenth.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A person's time of the last days, added up. */
class SummaryTest extends ServerTest {

    private static final String PATH = "/api/time-tracking/summary";

    @Autowired
    private ApplicationContext server;

    private Account account;
    private ApiClient api;

    @BeforeEach
    void setTheDay() {
        clock().set(Instant.parse("2026-03-12T15:00:00Z"));
        account = newPerson();
        api = api(account);
    }

    @Test
    void tellsApprovedProposedAndRejectedApart() {
        var proposals = new StoredProposals(server, database()).some(3, account.person());
        api.post("/api/proposals/" + proposals.get(0).value() + "/acceptance");
        api.post("/api/proposals/" + proposals.get(1).value() + "/rejection", "{\"reason\": \"not_my_time\"}");
        enter(
                "{\"date_performed\": \"2026-03-11\", \"duration\": \"30m\", \"billable\": false, \"entry_type\": \"call\"}");

        var answer = api.get(PATH).json();

        assertThat(answer.at("/date_range/start").asString()).isEqualTo("2026-02-11");
        assertThat(answer.at("/date_range/end").asString()).isEqualTo("2026-03-12");
        assertSums(answer.at("/approved"), 2, 2.0, 1.5, 0.5);
        assertSums(answer.at("/proposed"), 1, 1.5, 1.5, 0);
        assertSums(answer.at("/rejected"), 1, 1.5, 1.5, 0);
        assertThat(names(answer, "by_type")).containsExactly("drafting", "call");
        assertThat(names(answer, "by_day")).containsExactly("2026-03-10", "2026-03-11");
        assertThat(names(answer, "by_client")).containsExactly("Halloran", "");
        assertSums(answer.at("/by_client/0/proposed"), 1, 1.5, 1.5, 0);
    }

    @Test
    void roundsWhatIsBilledByTheSettingsOfThePerson() {
        api.patch("/api/time-tracking/settings", "{\"rounding\": \"up\", \"rounding_increment_minutes\": 15}");
        enter("{\"date_performed\": \"2026-03-11\", \"duration\": \"20m\"}");

        var approved = api.get(PATH + "?group_by=day").json().at("/approved");

        assertThat(approved.path("hours").asDouble()).isEqualTo(0.33);
        assertThat(approved.path("billed_hours").asDouble()).isEqualTo(0.5);
    }

    @Test
    void narrowsByClientKindLengthAndDays() {
        new StoredProposals(server, database()).one(account.person());
        enter("{\"date_performed\": \"2026-03-12\", \"duration\": \"10m\", \"entry_type\": \"call\"}");
        enter("{\"date_performed\": \"2026-01-02\", \"duration\": \"10m\", \"entry_type\": \"call\"}");

        assertThat(pieces("?client_filter=hallo")).isEqualTo("0+1");
        assertThat(pieces("?entry_type_filter=call")).isEqualTo("1+0");
        assertThat(pieces("?entry_type_filter=call&entry_type_filter=drafting")).isEqualTo("1+1");
        assertThat(pieces("?min_duration_minutes=11")).isEqualTo("0+1");
        assertThat(pieces("?date_range_days=1")).isEqualTo("1+0");
        assertThat(pieces("?date_range_days=365")).isEqualTo("2+1");
    }

    @Test
    void findsAClientByAnyOfItsNames() {
        var client = api.post("/api/clients", "{\"name\": \"Corvid Holdings\", \"code\": \"CORV-" + number() + "\"}")
                .text("/id");
        var matter = api.post(
                        "/api/matters",
                        "{\"client_id\": \"" + client + "\", \"name\": \"Lease\", \"number\": \"L-" + number() + "\"}")
                .text("/id");
        enter("{\"date_performed\": \"2026-03-12\", \"duration\": \"1h\", \"matter_id\": \"" + matter + "\"}");

        for (var name : List.of("corvid", "corv-" + number(), "l-" + number(), "LEASE")) {
            assertThat(pieces("?client_filter=" + name)).as(name).isEqualTo("1+0");
        }
        assertThat(pieces("?client_filter=raven")).isEqualTo("0+0");
        var parts = api.get(PATH).json();
        assertThat(names(parts, "by_client")).containsExactly("Corvid Holdings");
        assertThat(parts.at("/by_client/0/id").asString()).isEqualTo(client);
        assertThat(names(parts, "by_matter")).containsExactly("Corvid Holdings / Lease");
    }

    @Test
    void givesOnlyTheGroupingThatIsAskedFor() {
        var answer = api.get(PATH + "?group_by=type").json();

        assertThat(answer.path("by_type").isArray()).isTrue();
        assertThat(answer.path("by_client").isNull()).isTrue();
    }

    @Test
    void refusesWhatIsOutOfRange() {
        for (var query : List.of(
                "?date_range_days=0",
                "?date_range_days=366",
                "?date_range_days=x",
                "?entry_type_filter=play",
                "?min_duration_minutes=-1",
                "?group_by=week")) {
            assertThat(api.get(PATH + query).status()).as(query).isEqualTo(422);
        }
    }

    private long number() {
        return account.id().value().getLeastSignificantBits() & 0xFFFF;
    }

    private void enter(String body) {
        assertThat(api.post("/api/time-entries", body).status()).isEqualTo(201);
    }

    /** How many pieces are approved and proposed. */
    private String pieces(String query) {
        var answer = api.get(PATH + query).json();
        return answer.at("/approved/entries").asInt() + "+"
                + answer.at("/proposed/entries").asInt();
    }

    private static List<String> names(JsonNode answer, String grouping) {
        return answer.path(grouping)
                .valueStream()
                .map(part -> part.path("name").asString(""))
                .toList();
    }

    private static void assertSums(JsonNode sums, int entries, double hours, double billable, double other) {
        assertThat(sums.path("entries").asInt()).isEqualTo(entries);
        assertThat(sums.path("hours").asDouble()).isEqualTo(hours);
        assertThat(sums.path("billable_hours").asDouble()).isEqualTo(billable);
        assertThat(sums.path("non_billable_hours").asDouble()).isEqualTo(other);
    }
}
