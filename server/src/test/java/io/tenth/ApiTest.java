package io.tenth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.ProposalId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each operation of the API as a program uses it, over real HTTP. */
class ApiTest extends ServerTest {

    @Autowired
    private ApplicationContext server;

    private Account account;
    private ApiClient api;
    private StoredProposals proposals;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
        proposals = new StoredProposals(server, database());
    }

    @Test
    void givesATokenForThePassword() {
        var answer = api().post(
                        "/api/auth/login",
                        "{\"email\": \"" + account.email() + "\", \"password\": \"" + PASSWORD + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/token_type")).isEqualTo("bearer");
        assertThat(answer.json().at("/expires_in").asInt()).isEqualTo(900);
        assertThat(answer.text("/user/email")).isEqualTo(account.email());
        assertThat(api().withToken(answer.text("/token")).get("/api/users/me").text("/id"))
                .isEqualTo(account.id().value().toString());
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAddressAlike() {
        var wrong = api().post("/api/auth/login", "{\"email\": \"" + account.email() + "\", \"password\": \"x\"}");
        var unknown = api().post("/api/auth/login", "{\"email\": \"nobody@firm.example\", \"password\": \"x\"}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.text("/error/message")).isEqualTo(unknown.text("/error/message"));
        assertThat(wrong.text("/error/code")).isEqualTo("AUTHENTICATION_ERROR");
    }

    @Test
    void showsAPersonTheirAccount() {
        var me = api.get("/api/users/me");

        assertThat(me.text("/full_name")).isEqualTo(account.fullName());
        assertThat(me.text("/role")).isEqualTo("user");
        assertThat(me.text("/time_zone")).isEqualTo("America/New_York");
        assertThat(me.body()).doesNotContain("password");
    }

    @Test
    void makesAMailboxOnce() {
        var made = api.post("/api/mailboxes", "{\"name\": \" Sent 2026 \"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/name")).isEqualTo("Sent 2026");
        assertThat(api.get(made.header("Location")).body()).isEqualTo(made.body());
        assertThat(api.get("/api/mailboxes").text("/items/0/id")).isEqualTo(made.text("/id"));
        assertThat(api.post("/api/mailboxes", "{\"name\": \"Sent 2026\"}").status())
                .isEqualTo(409);
    }

    @Test
    void scansAFileThatComesAsTheBody() {
        var answer = api.with("Content-Type", "application/mbox")
                .send("POST", mailbox() + "/files", BodyPublishers.ofString(mbox()));

        assertThat(answer.status()).isEqualTo(202);
        var scan = ended(answer.header("Location"));
        assertThat(scan.text("/state")).isEqualTo("done");
        assertThat(scan.json().at("/messages_new").asInt()).isEqualTo(1);
        assertThat(scan.json().at("/progress_percent").asInt()).isEqualTo(100);
        assertThat(api.delete(answer.header("Location")).status()).isEqualTo(409);
    }

    @Test
    void takesNoMailInAFormThatWouldLieInTheOpen() {
        var form = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sent.mbox\"\r\n\r\n" + mbox()
                + "\r\n--edge--\r\n";

        var answer = api.with("Content-Type", "multipart/form-data; boundary=edge")
                .send("POST", mailbox() + "/files", BodyPublishers.ofString(form));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void cancelsAScan() {
        var scan =
                "/api/time-tracking/scans/" + proposals.scan(account.person()).value();

        assertThat(api.delete(scan).status()).isEqualTo(204);
        assertThat(api.get(scan).text("/state")).isEqualTo("cancelled");
    }

    @Test
    void showsAProposalWithItsEvidence() {
        var proposal = api.get(proposal());

        assertThat(proposal.text("/state")).isEqualTo("proposed");
        assertThat(proposal.json().at("/duration_minutes").asInt()).isEqualTo(90);
        assertThat(proposal.json().at("/hours_logged").asDouble()).isEqualTo(1.5);
        assertThat(proposal.text("/entry_type")).isEqualTo("drafting");
        assertThat(proposal.text("/date_performed")).isEqualTo("2026-03-10");
        assertThat(proposal.text("/client_matter")).isEqualTo(StoredProposals.CLIENT_MATTER);
        assertThat(proposal.text("/activity_description")).isEqualTo(StoredProposals.DESCRIPTION);
        assertThat(proposal.json().at("/confidence_score").asDouble()).isEqualTo(0.93);
        assertThat(proposal.text("/extracted_text")).isEqualTo(StoredProposals.QUOTE);
        assertThat(proposal.text("/context")
                        .substring(
                                proposal.json().at("/extracted_text_start").asInt(),
                                proposal.json().at("/extracted_text_end").asInt()))
                .isEqualTo(StoredProposals.QUOTE);
        assertThat(proposal.text("/reasons/0")).isEqualTo("past-tense-work");
        assertThat(proposal.text("/message/subject")).isEqualTo(StoredProposals.SUBJECT);
    }

    @Test
    void listsProposalsPageByPage() {
        proposals.some(3, account.person());

        var first = api.get("/api/proposals?limit=2");
        var second = api.get("/api/proposals?limit=2&cursor=" + first.text("/next_cursor"));

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().at("/next_cursor").isNull()).isTrue();
        assertThat(first.json().at("/items"))
                .extracting(item -> item.path("id").asString())
                .doesNotContain(second.text("/items/0/id"));
        assertThat(api.get("/api/proposals?state=accepted").json().at("/items")).isEmpty();
        assertThat(api.get("/api/proposals?state=accepted&cursor=" + first.text("/next_cursor"))
                        .text("/error/details/cursor"))
                .startsWith("The cursor was given by a list with other filters.");
    }

    @Test
    void changesOnlyTheFieldsThatAreNamed() {
        var proposal = proposal();

        var changed = api.patch(proposal, "{\"duration_minutes\": 60, \"entry_type\": \"call\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/duration_minutes").asInt()).isEqualTo(60);
        assertThat(changed.text("/entry_type")).isEqualTo("call");
        assertThat(changed.text("/client_matter")).isEqualTo(StoredProposals.CLIENT_MATTER);
        assertThat(changed.text("/activity_description")).isEqualTo(StoredProposals.DESCRIPTION);
        assertThat(api.get(proposal).body()).isEqualTo(changed.body());
    }

    @Test
    void tellsANullFromAnAbsentField() {
        var proposal = proposal();
        var matter = api.post(
                "/api/matters",
                "{\"client_id\": \"%s\", \"name\": \"Lease\", \"number\": \"%s\"}".formatted(client(), unique()));

        var withMatter = api.patch(proposal, "{\"matter_id\": \"" + matter.text("/id") + "\"}");
        assertThat(withMatter.text("/client_matter")).endsWith(" / Lease");
        assertThat(api.patch(proposal, "{\"billable\": false}").text("/matter_id"))
                .isEqualTo(matter.text("/id"));

        var withoutEither = api.patch(proposal, "{\"client_matter\": null}");
        assertThat(withoutEither.json().at("/matter_id").isNull()).isTrue();
        assertThat(withoutEither.json().at("/client_matter").isNull()).isTrue();
    }

    @Test
    void turnsAnAcceptedProposalIntoATimeEntry() {
        var proposal = proposal();

        var accepted = api.post(proposal + "/acceptance");

        assertThat(accepted.status()).isEqualTo(201);
        var entry = api.get(accepted.header("Location"));
        assertThat(entry.json().at("/duration_seconds").asInt()).isEqualTo(5400);
        assertThat(entry.json().at("/duration_hours").asDouble()).isEqualTo(1.5);
        assertThat(entry.text("/user_id")).isEqualTo(account.id().value().toString());
        assertThat(entry.text("/start_time")).isEqualTo("2026-03-10T04:00:00Z");
        assertThat(entry.json().at("/is_active").asBoolean()).isFalse();
        assertThat(proposal).endsWith(entry.text("/proposal_id"));
        assertThat(api.post(proposal + "/acceptance").status()).isEqualTo(409);

        assertThat(api.delete(proposal + "/acceptance").status()).isEqualTo(204);
        assertThat(api.get(accepted.header("Location")).status()).isEqualTo(404);
        assertThat(api.get(proposal).text("/state")).isEqualTo("proposed");
    }

    @Test
    void rejectsAProposalAndTakesThatBack() {
        var proposal = proposal();

        assertThat(api.post(proposal + "/rejection").status()).isEqualTo(204);
        assertThat(api.get(proposal).text("/state")).isEqualTo("rejected");
        assertThat(api.post(proposal + "/acceptance").status()).isEqualTo(409);
        assertThat(api.patch(proposal, "{\"billable\": false}").status()).isEqualTo(409);
        assertThat(api.delete(proposal + "/rejection").status()).isEqualTo(204);
        assertThat(api.delete(proposal + "/rejection").status()).isEqualTo(409);
    }

    @Test
    void acceptsManyAndSaysOfEachWhetherItWasDone() {
        var stored = proposals.some(2, account.person());
        api.post("/api/proposals/" + stored.getFirst().value() + "/rejection");
        var unknown = UUID.randomUUID();

        var answer = api.post(
                "/api/proposals/acceptances",
                "{\"ids\": [\"%s\", \"%s\", \"%s\"]}"
                        .formatted(stored.getFirst().value(), stored.getLast().value(), unknown));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/results/0/error/code")).isEqualTo("CONFLICT");
        assertThat(answer.json().at("/results/1/accepted").asBoolean()).isTrue();
        assertThat(answer.json().at("/results/1/error").isNull()).isTrue();
        assertThat(answer.text("/results/2/error/code")).isEqualTo("NOT_FOUND");
        assertThat(answer.text("/results/2/id")).isEqualTo(unknown.toString());
    }

    @Test
    void listsTheEntriesOfSomeDaysPageByPage() {
        proposals.some(3, account.person()).forEach(this::accept);

        var first = api.get("/api/time-entries?from=2026-03-10&to=2026-03-10&limit=2");
        var second =
                api.get("/api/time-entries?from=2026-03-10&to=2026-03-10&limit=2&cursor=" + first.text("/next_cursor"));

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(api.get("/api/time-entries?from=2026-03-11&to=2026-03-12")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(api.get("/api/time-entries").status()).isEqualTo(200);
    }

    @Test
    void addsUpTheDashboard() {
        proposals.some(2, account.person()).forEach(this::accept);

        var figures = api.get("/api/analytics/dashboard?start=2026-03-09&end=2026-03-11");

        assertThat(figures.text("/date_range/start")).isEqualTo("2026-03-09");
        assertThat(figures.text("/date_range/end")).isEqualTo("2026-03-11");
        assertThat(figures.json().at("/total_time_tracked_hours").asDouble()).isEqualTo(3);
        assertThat(figures.json().at("/daily_breakdown")).hasSize(3);
        assertThat(figures.text("/daily_breakdown/1/date")).isEqualTo("2026-03-10");
        assertThat(figures.json().at("/daily_breakdown/1/time_tracked_hours").asDouble())
                .isEqualTo(3);
        assertThat(api.get("/api/analytics/dashboard").json().at("/daily_breakdown"))
                .hasSize(7);
    }

    @Test
    void addsClientsAndMattersOnce() {
        var code = unique();
        var client = api.post("/api/clients", "{\"name\": \"Halloran\", \"code\": \"" + code + "\"}");
        assertThat(client.status()).isEqualTo(201);
        assertThat(api.get(client.header("Location")).body()).isEqualTo(client.body());
        assertThat(api.post("/api/clients", "{\"name\": \"Other\", \"code\": \"" + code + "\"}")
                        .status())
                .isEqualTo(409);

        var matter = "{\"client_id\": \"%s\", \"name\": \"Lease\", \"number\": \"%s\", \"aliases\": [\"lease\"]}"
                .formatted(client.text("/id"), code);
        var made = api.post("/api/matters", matter);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/client_name")).isEqualTo("Halloran");
        assertThat(api.get(made.header("Location")).text("/aliases/0")).isEqualTo("lease");
        assertThat(api.post("/api/matters", matter).status()).isEqualTo(409);
        assertThat(api.post(
                                "/api/matters",
                                matter.replace(
                                        client.text("/id"), UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/clients?limit=1").json().at("/items")).hasSize(1);
        assertThat(api.get("/api/matters?limit=1").json().at("/items")).hasSize(1);
    }

    private String proposal() {
        return "/api/proposals/" + proposals.one(account.person()).value();
    }

    private ApiClient.Answer ended(String scan) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> api.get(scan),
                        answer -> answer.json().at("/finished_at").isString());
    }

    private String mailbox() {
        return "/api/mailboxes/"
                + api.post("/api/mailboxes", "{\"name\": \"Sent\"}").text("/id");
    }

    private String client() {
        return api.post("/api/clients", "{\"name\": \"Halloran\", \"code\": \"" + unique() + "\"}")
                .text("/id");
    }

    private void accept(ProposalId proposal) {
        assertThat(api.post("/api/proposals/" + proposal.value() + "/acceptance")
                        .status())
                .isEqualTo(201);
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    private static String mbox() {
        return """
                From person@firm.example Tue Mar 10 17:45:00 2026
                From: person@firm.example
                To: imogen@achterberg.example
                Subject: Lease
                Message-ID: <lease@firm.example>
                Date: Tue, 10 Mar 2026 17:45:00 -0400

                Good afternoon.
                """;
    }
}
