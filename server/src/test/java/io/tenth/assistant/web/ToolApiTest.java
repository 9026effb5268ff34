package io.tenth.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.assistant.AskedCalls;
import io.tenth.assistant.Tools;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The tools for programs, and what a person says to an assistant's calls. */
class ToolApiTest extends ServerTest {

    private static final Path LISTING = Path.of("..", "docs", "api", "tools.json");

    @Autowired
    private ApplicationContext server;

    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    /** A model is told what this file says. Who changes it means to, and writes it with -Dtools.rewrite=true. */
    @Test
    void listsWhatIsKeptAndThatAlone() throws IOException {
        var listed = api.get("/api/tools").json();
        var written = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(listed) + "\n";
        if (Boolean.getBoolean("tools.rewrite")) {
            Files.writeString(LISTING, written);
        }
        assertThat(written).isEqualTo(Files.readString(LISTING));
        assertThat(api.get("/api/tools").body()).isEqualTo(api.get("/api/tools").body());
    }

    @Test
    void listsThemInTheFormOfTheOtherApiToo() {
        var listed = api.get("/api/tools?form=chat").json().path("tools");
        assertThat(listed).hasSize(Tools.DESCRIPTIONS.size());
        assertThat(listed.get(0).at("/function/name").asString()).isEqualTo("scan_billable_time");
        assertThat(listed.get(0).at("/function/strict").asBoolean()).isTrue();
        assertThat(api.get("/api/tools?form=xml").status()).isEqualTo(422);
    }

    @Test
    void turnsTheTimerAndListsWhatItMade() {
        var matter = matter();
        var started = api.post(
                "/api/tools/start_timer",
                "{\"matter_id\": \"" + matter + "\", \"entry_type\": \"call\", \"description\": \"The lease\"}");
        assertThat(started.text("/entry/matter/matter")).startsWith("Lease");
        assertThat(started.json().at("/entry/running").asBoolean()).isTrue();
        assertThat(api.post("/api/tools/start_timer", "{}").status()).isEqualTo(409);

        var stopped = api.post("/api/tools/stop_timer", "{}");
        assertThat(stopped.text("/entry/time_entry_id")).isEqualTo(started.text("/entry/time_entry_id"));
        assertThat(api.post("/api/tools/stop_timer", "{}").status()).isEqualTo(409);

        var listed = api.post("/api/tools/list_time_entries", "{\"matter_id\": \"" + matter + "\"}");
        assertThat(listed.json().at("/entries")).hasSize(1);
        assertThat(listed.text("/entries/0/description")).isEqualTo("The lease");
        assertThat(api.post("/api/tools/list_time_entries", "{\"matter_id\": \"" + UUID.randomUUID() + "\"}")
                        .json()
                        .at("/entries"))
                .isEmpty();
        assertThat(api.post("/api/tools/list_time_entries", "{\"from\": \"2020-01-01\", \"to\": \"2026-01-01\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void findsAMatterByAllOfSomeWords() {
        var matter = matter();
        var number = api.get("/api/matters/" + matter).text("/number");

        var found =
                api.post("/api/tools/find_matter", "{\"words\": \"quorn " + number.toLowerCase(Locale.ROOT) + "\"}");

        assertThat(found.json().at("/matters")).hasSize(1);
        assertThat(found.text("/matters/0/matter_id")).isEqualTo(matter);
        assertThat(api.post("/api/tools/find_matter", "{\"words\": \"quorn nowhere\"}")
                        .json()
                        .at("/matters"))
                .isEmpty();
    }

    @Test
    void reviewsProposalsAndTakesItBack() {
        var ids = new StoredProposals(server, database()).some(3, account.person());
        var one = ids.getFirst().value();
        var missing = UUID.randomUUID();

        var rehearsed = review("approve", "\"" + one + "\", \"" + missing + "\"", "");
        assertThat(rehearsed.json().at("/dry_run").asBoolean()).isTrue();
        assertThat(rehearsed.json().at("/proposals/0/done").asBoolean()).isTrue();
        assertThat(rehearsed.text("/proposals/1/problem")).isEqualTo("There is no such proposal.");
        assertThat(state(one)).isEqualTo("proposed");

        var edited = review("edit", "\"" + one + "\"", ", \"duration_minutes\": 60, \"dry_run\": false");
        assertThat(edited.json().at("/proposals/0/duration_minutes").asInt()).isEqualTo(60);
        assertThat(review("approve", "\"" + one + "\"", ", \"dry_run\": false").text("/proposals/0/state"))
                .isEqualTo("accepted");
        assertThat(review("reject", "\"" + one + "\"", ", \"dry_run\": false").text("/proposals/0/problem"))
                .contains("decided already");
        assertThat(review("undo_approval", "\"" + one + "\"", ", \"dry_run\": false")
                        .text("/proposals/0/state"))
                .isEqualTo("proposed");
        assertThat(review("reject", "\"" + one + "\"", ", \"reason\": \"duplicate\", \"dry_run\": false")
                        .text("/proposals/0/state"))
                .isEqualTo("rejected");
        assertThat(review("undo_rejection", "\"" + one + "\"", ", \"dry_run\": false")
                        .text("/proposals/0/state"))
                .isEqualTo("proposed");
    }

    @Test
    void refusesAReviewThatDoesNotFit() {
        var id = "\"" + UUID.randomUUID() + "\"";
        assertThat(review("edit", id, "").status()).isEqualTo(422);
        assertThat(review("approve", id, ", \"duration_minutes\": 60").status()).isEqualTo(422);
        assertThat(review("approve", id, ", \"reason\": \"duplicate\"").status())
                .isEqualTo(422);
        assertThat(review("approve", id + ", " + id, "").status()).isEqualTo(422);
        assertThat(review("approve", "", "").status()).isEqualTo(422);
        assertThat(review("delete", id, "").status()).isEqualTo(422);
    }

    @Test
    void holdsATokenToTheScopeOfWhatTheCallDoes() {
        var reads = api().withToken(token("mail:read"));
        assertThat(reads.get("/api/tools").status()).isEqualTo(200);
        assertThat(reads.post("/api/tools/configure_time_tracking", "{}").status())
                .isEqualTo(200);
        assertThat(reads.post("/api/tools/configure_time_tracking", "{\"rounding\": \"up\"}")
                        .text("/error/message"))
                .contains("mail:write");
        assertThat(reads.post("/api/tools/start_timer", "{}").text("/error/message"))
                .contains("time:write");
        assertThat(reads.post("/api/tools/get_time_tracking_summary", "{}").status())
                .isEqualTo(200);
        assertThat(api().withToken(token("reports:read"))
                        .post("/api/tools/get_time_tracking_summary", "{}")
                        .text("/error/message"))
                .contains("mail:read");
        assertThat(reads.post("/api/tools/find_matter", "{\"words\": \"lease\"}")
                        .status())
                .isEqualTo(403);
        assertThat(api().withToken(token("clients:read"))
                        .post("/api/tools/find_matter", "{\"words\": \"lease\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void holdsATokenToThePolicyOfAnAssistant() {
        var id = new StoredProposals(server, database())
                .some(1, account.person())
                .getFirst()
                .value();
        var program = api().withToken(token("mail:read", "mail:write"));
        var approve = "{\"action\": \"approve\", \"proposal_ids\": [\"" + id + "\"], \"dry_run\": %s}";

        var rehearsed = program.post("/api/tools/review_proposals", approve.formatted("true"));
        assertThat(rehearsed.json().at("/proposals/0/duration_minutes").asInt()).isEqualTo(90);
        assertThat(rehearsed.body()).doesNotContain(StoredProposals.DESCRIPTION);

        var waits = program.post("/api/tools/review_proposals", approve.formatted("false"));
        assertThat(waits.status()).isEqualTo(202);
        assertThat(waits.text("/will_do")).startsWith("Approve 1 proposal, 90 minutes");
        assertThat(state(id)).isEqualTo("proposed");
        assertThat(api.get("/api/assistant/waiting").text("/items/0/door")).isEqualTo("api");
        assertThat(api.post("/api/assistant/waiting/" + waits.text("/call_id"), "{\"approved\": true}")
                        .text("/outcome"))
                .isEqualTo("done");

        api.patch("/api/assistant/policy", "{\"policy\": \"read_only\"}");
        assertThat(program.post("/api/tools/configure_time_tracking", "{\"rounding\": \"up\"}")
                        .status())
                .isEqualTo(403);
        assertThat(program.get("/api/tools").body()).doesNotContain("review_proposals");
        assertThat(api.post("/api/tools/configure_time_tracking", "{\"rounding\": \"up\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsAPersonSayYesAndNoProgram() {
        var id = new AskedCalls(server).waiting(account.person());
        var listed = api.get("/api/assistant/waiting");
        assertThat(listed.text("/items/0/id")).isEqualTo(id);
        assertThat(listed.text("/items/0/will_do")).isEqualTo("Start the timer: other, billable.");
        assertThat(listed.text("/items/0/words")).isEqualTo("start my timer");

        var program = api().withToken(token("mail:write", "time:write"));
        assertThat(program.post("/api/assistant/waiting/" + id, "{\"approved\": true}")
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/api/time-entries/active").status()).isEqualTo(204);

        var done = api.post("/api/assistant/waiting/" + id, "{\"approved\": true}");
        assertThat(done.text("/outcome")).isEqualTo("done");
        assertThat(done.json().at("/result/entry/running").asBoolean()).isTrue();
        assertThat(api.post("/api/assistant/waiting/" + id, "{\"approved\": true}")
                        .status())
                .isEqualTo(409);
        assertThat(api.get("/api/assistant/waiting").json().at("/items")).isEmpty();
        var other = new AskedCalls(server).waiting(account.person());
        assertThat(api.post("/api/assistant/waiting/" + other, "{\"approved\": false}")
                        .text("/outcome"))
                .isEqualTo("declined");
    }

    @Test
    void showsAndSavesWhatAssistantsMayDo() {
        var browser = browser(account);
        assertThat(browser.get("/settings").body()).contains("/settings/assistant");
        assertThat(browser.get("/settings/assistant").body())
                .contains("Read only")
                .doesNotContain("Save for the firm");
        browser.post("/settings/assistant", Map.of("policy", "read_only"));
        assertThat(api.get("/api/assistant/policy").text("/effective")).isEqualTo("read_only");
        assertThat(browser.get("/settings/assistant").body()).contains("value=\"read_only\" checked");
        assertThat(browser(newPerson(Role.ADMIN)).get("/settings/assistant").body())
                .contains("Save for the firm");
        assertThat(api.patch("/api/assistant/firm-policy", "{\"policy\": \"act\"}")
                        .status())
                .isEqualTo(403);
        assertThat(api(newPerson(Role.ADMIN))
                        .patch("/api/assistant/firm-policy", "{\"policy\": \"act\"}")
                        .text("/policy"))
                .isEqualTo("act");
    }

    private ApiClient.Answer review(String action, String ids, String more) {
        return api.post(
                "/api/tools/review_proposals",
                "{\"action\": \"" + action + "\", \"proposal_ids\": [" + ids + "]" + more + "}");
    }

    private String state(UUID proposal) {
        return api.get("/api/proposals/" + proposal).text("/state");
    }

    private String matter() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var client = api.post("/api/clients", "{\"name\": \"Quorn\", \"code\": \"Q" + mark + "\"}")
                .text("/id");
        return api.post(
                        "/api/matters",
                        "{\"client_id\": \"" + client + "\", \"name\": \"Lease " + mark + "\", \"number\": \"N" + mark
                                + "\"}")
                .text("/id");
    }

    private String token(String... scopes) {
        return api.post(
                        "/api/users/me/tokens",
                        "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"Program\", \"scopes\": [\""
                                + String.join("\", \"", scopes) + "\"]}")
                .text("/token");
    }
}
