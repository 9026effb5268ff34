package io.tenth.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The time in one text, found and not stored. */
class AnalyzeTest extends ServerTest {

    private static final String PATH = "/api/time-tracking/analyze";
    private static final String WORK = "I spent 1.5 hours drafting the Halloran settlement yesterday.";
    private static final String NO_WORK = "The hearing is in 2 hours.";

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
    void findsTheWorkWithItsEvidenceAndWhatItPassedOver() {
        api.patch(
                "/api/time-tracking/settings",
                "{\"default_rate\": 320, \"rounding\": \"up\", " + "\"rounding_increment_minutes\": 15}");
        var answer = api.with("X-Request-ID", "asked-for-this")
                .post(PATH, body(Map.of("text", WORK + "\n\n" + NO_WORK, "sent_at", "2026-03-11T02:00:00Z")));

        assertThat(answer.status()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.at("/entries")).hasSize(1);
        assertThat(json.at("/entries/0/duration_minutes").asInt()).isEqualTo(90);
        assertThat(json.at("/entries/0/hours_logged").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/entries/0/billed_minutes").asInt()).isEqualTo(90);
        assertThat(json.at("/entries/0/entry_type").asString()).isEqualTo("drafting");
        assertThat(json.at("/entries/0/billing_rate").asInt()).isEqualTo(320);
        assertThat(json.at("/entries/0/extracted_text").asString())
                .isEqualTo("I spent 1.5 hours drafting the Halloran settlement yesterday");
        assertThat(json.at("/entries/0/date_performed").asString())
                .as("it is still the 10th where the person is, and yesterday is counted from there")
                .isEqualTo("2026-03-09");
        assertThat(json.at("/entries/0/reasoning")).isNotEmpty();
        assertThat(json.at("/entries/0/audit_trail/correlation_id").asString()).isEqualTo("asked-for-this");
        assertThat(json.at("/entries/0/audit_trail/encryption_applied").asBoolean())
                .isFalse();
        assertThat(json.at("/entries/0/compliance_flags").valueStream().map(flag -> flag.asString()))
                .containsExactly("TIME_TRACKING", "CLIENT_DATA", "BILLABLE");
        assertThat(json.at("/considered/0/minutes").asInt()).isEqualTo(120);
        assertThat(json.at("/considered/0/confidence_score").asDouble()).isLessThan(0.5);
    }

    @Test
    void storesNothingButTheEventOfTheCall() {
        api.get("/api/time-tracking/settings");
        var before = rows.of(account.id().value());

        api.post(PATH, body(Map.of("text", WORK)));

        var after = rows.of(account.id().value());
        assertThat(after.toString().replaceAll("audit_events[^,}]*", ""))
                .isEqualTo(before.toString().replaceAll("audit_events[^,}]*", ""));
    }

    @Test
    void tellsWhatWasFoundInAMessageByItsIdAndByItsMessageId() {
        var proposal = new StoredProposals(server, database()).one(account.person());
        var message = rows.texts(
                        "SELECT message_id FROM proposals WHERE user_id = ? AND proposal_id = ?",
                        account.id().value(),
                        proposal.value())
                .getFirst();

        var answer = api.post(PATH, body(Map.of("email_id", message))).json();

        assertThat(answer.at("/entries")).hasSize(1);
        assertThat(answer.at("/entries/0/proposal_id").asString())
                .isEqualTo(proposal.value().toString());
        assertThat(answer.at("/entries/0/email_id").asString()).isEqualTo(message);
        assertThat(answer.at("/entries/0/audit_trail/encryption_applied").asBoolean())
                .isTrue();
        assertThat(api(newPerson())
                        .post(PATH, body(Map.of("email_id", message)))
                        .status())
                .as("a stranger's question")
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsNeitherATextNorAMessage() {
        assertThat(api.post(PATH, "{}").status()).isEqualTo(422);
        assertThat(api.post(PATH, body(Map.of("text", WORK, "email_id", "<a@b.example>")))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(PATH, body(Map.of("text", ""))).status()).isEqualTo(422);
        assertThat(api.post(PATH, body(Map.of("email_id", "<nobody@nowhere.example>")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesAnyText() {
        for (var text : List.of("\0", "😀".repeat(1000), "1 hour ".repeat(20_000), "\uD83D", " ")) {
            assertThat(api.post(PATH, body(Map.of("text", text))).status()).isIn(200, 422);
        }
    }

    private static String body(Map<String, String> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
