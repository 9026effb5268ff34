package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.ToldWork.Mail;
import io.tenth.identity.Account;
import io.tenth.shared.Demand;
import io.tenth.shared.ProposalId;
import io.tenth.store.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the review does with what a person has set, corrected and entered. */
class ReviewRulesTest extends ServerTest {

    private static final Mail LEASE = Mail.of("I spent two hours drafting the harbour lease.", 120);
    private static final Mail BRIEF = Mail.of("Prepared the appeal brief against Kestrel, 45 minutes.", 45);

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Proposals proposals;

    @Autowired
    private SureApproval sure;

    private Account person;
    private ApiClient api;
    private ToldWork told;

    @BeforeEach
    void begin() {
        person = newPerson();
        api = api(person);
        told = new ToldWork(server, new StoredProposals(server, database()), person.person());
    }

    @Test
    void billsByTheRulesOfTodayUntilItIsDecided() {
        var id = told.store(BRIEF).getFirst();
        assertThat(billed(id)).isEqualTo(45);

        set("\"rounding\": \"up\", \"rounding_increment_minutes\": 30");
        assertThat(billed(id)).isEqualTo(60);
        var entry = accept(id);
        assertThat(entry.json().at("/billed_minutes").asInt()).isEqualTo(60);
        assertThat(entry.json().at("/duration_seconds").asInt()).isEqualTo(2700);

        set("\"rounding\": \"none\"");
        assertThat(billed(id)).isEqualTo(60);
        api.delete(path(id) + "/acceptance");
        assertThat(billed(id)).isEqualTo(45);
    }

    @Test
    void billsWhatItsOwnerSays() {
        var id = told.store(BRIEF).getFirst();

        var edited = api.patch(path(id), "{\"billed_minutes\": 30}");
        assertThat(edited.json().at("/billed_minutes").asInt()).isEqualTo(30);
        assertThat(edited.json().at("/duration_minutes").asInt()).isEqualTo(45);
        assertThat(accept(id).json().at("/billed_minutes").asInt()).isEqualTo(30);
        api.delete(path(id) + "/acceptance");
        assertThat(billed(id)).isEqualTo(30);
        assertThat(api.patch(path(id), "{\"billed_minutes\": null}")
                        .json()
                        .at("/billed_minutes")
                        .asInt())
                .isEqualTo(45);
        assertThat(api.patch(path(id), "{\"billed_minutes\": 1441}").status()).isEqualTo(422);
    }

    @Test
    void approvesByItselfWhatIsSureAndMarksIt() {
        set("\"auto_approve_threshold\": 0.95");
        var stored = told.store(LEASE.sure(0.97), BRIEF.sure(0.94));

        sure.approve(Instant.EPOCH, person.person());

        var approved = api.get(path(stored.getFirst()));
        assertThat(approved.text("/state")).isEqualTo("accepted");
        assertThat(approved.json().at("/auto_approved").asBoolean()).isTrue();
        assertThat(api.get(path(stored.getLast())).text("/state")).isEqualTo("proposed");

        api.delete(path(stored.getFirst()) + "/acceptance");
        sure.approve(Instant.EPOCH, person.person());
        var back = api.get(path(stored.getFirst()));
        assertThat(back.text("/state")).isEqualTo("proposed");
        assertThat(back.json().at("/auto_approved").asBoolean()).isFalse();
    }

    @Test
    void looksAgainAtWhatACrashHasLeftUndecided() {
        var id = told.store(LEASE.sure(0.99)).getFirst();
        var sure = new Proposals.Sure(id, false);

        assertThat(proposals.sure(new BigDecimal("0.5"), Instant.EPOCH, person.person()))
                .containsExactly(sure);
        assertThat(proposals.sure(new BigDecimal("0.5"), Instant.EPOCH, person.person()))
                .as("nothing was decided in between")
                .containsExactly(sure);
        proposals.acceptAsSure(id, person.person());
        assertThat(proposals.sure(new BigDecimal("0.5"), Instant.EPOCH, person.person()))
                .isEmpty();
        assertThat(api.get(path(id)).text("/state")).isEqualTo("accepted");
    }

    @Test
    void refusesAChangeOfAProposalThatWasChangedInTheMeantime() {
        var id = told.store(LEASE).getFirst();
        var seen = api.get(path(id)).header("ETag");

        var first = api.with("If-Match", seen).patch(path(id), "{\"duration_minutes\": 60}");
        var late = api.with("If-Match", seen).patch(path(id), "{\"billable\": false}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(seen);
        assertThat(late.status()).isEqualTo(412);
        assertThat(api.get(path(id)).json().at("/billable").asBoolean()).isTrue();
        assertThat(api.with("If-Match", first.header("ETag"))
                        .patch(path(id), "{\"billable\": false}")
                        .json()
                        .at("/duration_minutes")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    void losesNoneOfTwoChangesAtOnce() throws Exception {
        var id = told.store(LEASE).getFirst();
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = Thread.ofVirtual()
                .start(() -> proposals.edit(
                        id,
                        before -> {
                            entered.countDown();
                            await(goOn);
                            return new ProposalEdit(
                                    before.work().day(),
                                    60,
                                    before.work().type(),
                                    before.work().billable(),
                                    null,
                                    null,
                                    "Lease",
                                    null);
                        },
                        Demand.ANY,
                        person.person()));
        await(entered);
        var quick = Thread.ofVirtual().start(() -> api.patch(path(id), "{\"billable\": false}"));
        goOn.countDown();
        slow.join();
        quick.join();

        var now = api.get(path(id)).json();
        assertThat(now.at("/duration_minutes").asInt()).isEqualTo(60);
        assertThat(now.at("/billable").asBoolean()).isFalse();
    }

    @Test
    void learnsOnceFromTheMatterOfAMessageThatIsSplit() {
        var id = told.store(LEASE).getFirst();
        choose(id, matter());
        api.post(path(id) + "/parts", "{\"parts\": [{\"duration_minutes\": 60}, {\"duration_minutes\": 60}]}");

        assertThat(learnt()).isFalse();
    }

    @Test
    void bringsBackWhatCameWhileItsSenderWasMutedUnlessAnotherStillIs() {
        var path = "/api/time-tracking/muted-correspondents";
        var waiting = told.store(LEASE).getFirst();
        var recipient = api.post(path, "{\"kind\": \"recipient\", \"address\": \"imogen@achterberg.example\"}");
        var sender = api.post(path, "{\"kind\": \"sender\", \"address\": \"person@firm.example\"}");
        assertThat(told.store(BRIEF)).isEmpty();

        api.delete(path + "/" + recipient.text("/id"));
        assertThat(api.get("/api/proposals").json().at("/items")).isEmpty();
        api.delete(path + "/" + sender.text("/id"));
        assertThat(api.get("/api/proposals").json().at("/items")).hasSize(2);
        assertThat(new Rows(database())
                        .texts(
                                "SELECT operation FROM audit_events WHERE resource_id = ? ORDER BY event_id",
                                waiting.value().toString()))
                .containsExactly("proposal.created", "proposal.rejected", "proposal.rejection_undone");
    }

    @Test
    void approvesNothingByItselfUnlessThatIsSet() {
        var id = told.store(LEASE.sure(1)).getFirst();

        sure.approve(Instant.EPOCH, person.person());

        assertThat(api.get(path(id)).text("/state")).isEqualTo("proposed");
    }

    @Test
    void leavesWhatMayBeCountedAlreadyToItsOwner() {
        set("\"auto_approve_threshold\": 0.5");
        var stored = told.store(LEASE.sure(0.99), LEASE.sure(0.99).about("Something else"));

        sure.approve(Instant.EPOCH, person.person());

        assertThat(stored)
                .allSatisfy(id -> assertThat(api.get(path(id)).text("/state")).isEqualTo("proposed"));
    }

    @Test
    void marksTheSameWorkInTwoMails() {
        var stored = told.store(
                LEASE,
                LEASE.about("Your week"),
                BRIEF,
                BRIEF.about("Re: AW: Lease").on(ToldWork.DAY.plusDays(2)));

        assertThat(doubt(stored.getFirst()))
                .isEqualTo(
                        "duplicate same_work_in_another_mail " + stored.get(1).value());
        assertThat(doubt(stored.get(1))).contains(stored.getFirst().value().toString());
        assertThat(doubt(stored.get(2)))
                .isEqualTo("duplicate same_work_in_the_thread " + stored.get(3).value());
        reject(stored.get(1));
        assertThat(doubt(stored.getFirst())).isEmpty();
    }

    @Test
    void marksSimilarWorkOfOneDayWithAnotherTime() {
        var stored = told.store(
                LEASE, Mail.of("Spent 5 hours drafting the harbour lease.", 300).about("Week"));

        assertThat(doubt(stored.getFirst())).startsWith("overlap similar_work_that_day");
    }

    @ParameterizedTest
    @CsvSource({
        "2h, Harbour lease, entered_already",
        "1:55, drafting of the harbour lease, entered_already",
        "2h, '', entered_already",
        "2h, Lunch with Kestrel, ''",
        "1h, Harbour lease, ''"
    })
    void marksWhatWasTypedAlready(String duration, String description, String reason) {
        var entry = api.post(
                        "/api/time-entries",
                        "{\"date_performed\": \"%s\", \"duration\": \"%s\", \"description\": \"%s\"}"
                                .formatted(ToldWork.DAY, duration, description))
                .text("/id");

        var doubt = doubt(told.store(LEASE).getFirst());

        assertThat(doubt).isEqualTo(reason.isEmpty() ? "" : "duplicate " + reason + " " + entry);
    }

    @Test
    void marksHoursThatSomethingElseLiesOver() {
        api.post(
                "/api/time-entries",
                "{\"start_time\": \"2026-03-10T14:00:00-04:00\", \"end_time\": \"2026-03-10T14:20:00-04:00\","
                        + " \"description\": \"Kestrel\"}");

        var clash = told.store(Mail.of("Worked on the lease from 1:30 to 3:30 pm.", 120))
                .getFirst();
        var before =
                told.store(Mail.of("Read the Danforth file, 11:00-12:00.", 60)).getFirst();

        assertThat(doubt(clash)).startsWith("overlap same_hours");
        assertThat(doubt(before)).isEmpty();
    }

    @Test
    void proposesNothingMoreFromMailToSomebodyMuted() {
        var waiting = told.store(LEASE).getFirst();
        var path = "/api/time-tracking/muted-correspondents";

        var muted = api.post(path, "{\"kind\": \"recipient\", \"address\": \"Imogen@Achterberg.example\"}");
        assertThat(muted.status()).isEqualTo(201);
        assertThat(api.get(path(waiting)).text("/rejection_reason")).isEqualTo("never_from");
        assertThat(told.store(BRIEF)).isEmpty();
        assertThat(told.store(BRIEF.to("tom@client.example"))).hasSize(1);
        assertThat(api.post(path, "{\"kind\": \"recipient\", \"address\": \"imogen@achterberg.example\"}")
                        .status())
                .isEqualTo(409);
        assertThat(api.post(path, "{\"kind\": \"recipient\", \"address\": \"nobody\"}")
                        .status())
                .isEqualTo(422);

        assertThat(api.delete(path + "/" + muted.text("/id")).status()).isEqualTo(204);
        assertThat(api.get(path(waiting)).text("/state")).isEqualTo("proposed");
        assertThat(told.store(BRIEF)).hasSize(1);
        api.post(path, "{\"kind\": \"sender\", \"address\": \"person@firm.example\"}");
        assertThat(told.store(BRIEF)).isEmpty();
        assertThat(new Rows(database()).values()).noneMatch(value -> value.contains("imogen@achterberg.example"));
    }

    @Test
    void splitsAProposalAndPutsItTogetherAgain() {
        var id = told.store(LEASE).getFirst();
        var wrong =
                api.post(path(id) + "/parts", "{\"parts\": [{\"duration_minutes\": 60}, {\"duration_minutes\": 30}]}");
        assertThat(wrong.body()).contains("come to 90 minutes, and the proposal to 120");

        var split = api.post(
                path(id) + "/parts",
                "{\"parts\": [{\"duration_minutes\": 90}, {\"duration_minutes\": 30, \"entry_type\": \"call\","
                        + " \"activity_description\": \"Call on the lease\"}]}");

        assertThat(split.status()).isEqualTo(201);
        var parts = api.get("/api/proposals").json().at("/items");
        assertThat(parts).hasSize(2);
        assertThat(api.get(path(id)).json().at("/replaced").asBoolean()).isTrue();
        assertThat(api.delete(path(id) + "/rejection").status()).isEqualTo(409);
        var call = split.text("/proposal_ids/1");
        assertThat(api.get("/api/proposals/" + call).text("/extracted_text")).isEqualTo(LEASE.sentence());
        assertThat(api.get("/api/proposals/" + call).json().at("/doubts")).isEmpty();

        var regrouping = split.header("Location");
        assertThat(api.get(regrouping).json()).isEqualTo(split.json());
        assertThat(api(newPerson()).get(regrouping).status()).isEqualTo(404);
        api.post("/api/proposals/" + call + "/acceptance");
        assertThat(api.delete(regrouping).status()).isEqualTo(409);
        api.delete("/api/proposals/" + call + "/acceptance");
        assertThat(api.delete(regrouping).status()).isEqualTo(204);
        assertThat(api.delete(regrouping).status()).isEqualTo(404);
        assertThat(api.get(regrouping).status()).isEqualTo(404);
        assertThat(api.get("/api/proposals").json().at("/items")).hasSize(1);
        assertThat(api.get(path(id)).json().at("/duration_minutes").asInt()).isEqualTo(120);
    }

    @Test
    void mergesProposalsOfADayAndUndoesThat() {
        var ids = told.store(LEASE, BRIEF);

        var merged = api.post("/api/proposals/mergers", ids(ids, ""));

        var whole = api.get("/api/proposals/" + merged.text("/proposal_ids/0"));
        assertThat(whole.json().at("/duration_minutes").asInt()).isEqualTo(165);
        assertThat(whole.text("/activity_description")).isEqualTo(LEASE.sentence() + "; " + BRIEF.sentence());
        assertThat(api.get("/api/proposals?state=rejected").json().at("/items")).isEmpty();
        assertThat(api.delete("/api/regroupings/" + merged.text("/id")).status())
                .isEqualTo(204);
        assertThat(api.get("/api/proposals").json().at("/items")).hasSize(2);

        var other = told.store(BRIEF.on(ToldWork.DAY.plusDays(1))).getFirst();
        assertThat(api.post("/api/proposals/mergers", ids(List.of(ids.getFirst(), other), ""))
                        .body())
                .contains("one day and one matter");
        reject(ids.getFirst());
        assertThat(api.post("/api/proposals/mergers", ids(ids, "")).status()).isEqualTo(409);
        assertThat(api.get("/api/proposals").json().at("/items")).hasSize(2);
    }

    @Test
    void rejectsWithAReasonOneByOneAndInBulk() {
        var ids = told.store(LEASE, BRIEF);
        api.post(path(ids.getFirst()) + "/rejection", "{\"reason\": \"not_my_time\", \"note\": \"Dana's\"}");
        assertThat(api.get(path(ids.getFirst())).text("/rejection_note")).isEqualTo("Dana's");
        assertThat(api.with("Content-Type", "application/json")
                        .send("PUT", path(ids.getFirst()) + "/rejection", body("{\"reason\": \"duplicate\"}"))
                        .status())
                .isEqualTo(204);
        assertThat(api.get(path(ids.getFirst())).text("/rejection_reason")).isEqualTo("duplicate");

        var answer = api.post("/api/proposals/rejections", ids(ids, ", \"reason\": \"other\""));

        assertThat(answer.text("/results/0/error/code")).isEqualTo("CONFLICT");
        assertThat(answer.json().at("/results/1/done").asBoolean()).isTrue();
        assertThat(api.get(path(ids.getLast())).text("/rejection_reason")).isEqualTo("other");
        var undone = api.delete("/api/proposals/rejections?ids="
                + ids.getFirst().value() + "," + ids.getLast().value());
        assertThat(undone.json().at("/results/0/done").asBoolean()).isTrue();
        assertThat(api.get(path(ids.getFirst())).json().at("/rejection_reason").isNull())
                .isTrue();
        assertThat(api.post(path(ids.getFirst()) + "/rejection", "{\"reason\": \"bored\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void givesAStrangerNothingOfIt() {
        var id = told.store(LEASE).getFirst();
        var split =
                api.post(path(id) + "/parts", "{\"parts\": [{\"duration_minutes\": 60}, {\"duration_minutes\": 60}]}");
        var stranger = api(newPerson());

        assertThat(stranger.delete("/api/regroupings/" + split.text("/id")).status())
                .isEqualTo(404);
        assertThat(stranger.post("/api/proposals/mergers", ids(List.of(id, ProposalId.next()), ""))
                        .status())
                .isEqualTo(404);
        proposals.acceptAsSure(id, newPerson().person());
        assertThat(api.get(path(id)).text("/state")).isEqualTo("rejected");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean learnt() {
        var id =
                told.store(Mail.of("Call number " + UUID.randomUUID() + ".", 7)).getFirst();
        return api.get(path(id)).text("/reasons/0").equals("matter-chosen-before");
    }

    private void choose(ProposalId id, @Nullable String matter) {
        api.patch(path(id), "{\"matter_id\": %s}".formatted(matter == null ? "null" : "\"" + matter + "\""));
    }

    private String doubt(ProposalId id) {
        var doubts = api.get(path(id)).json().at("/doubts");
        return Optional.ofNullable(doubts.get(0))
                .map(doubt ->
                        doubt.at("/kind").asString() + " " + doubt.at("/reason").asString() + " "
                                + doubt.at("/proposal_id").asString("")
                                + doubt.at("/time_entry_id").asString(""))
                .orElse("");
    }

    private int billed(ProposalId id) {
        return api.get(path(id)).json().at("/billed_minutes").asInt();
    }

    private ApiClient.Answer accept(ProposalId id) {
        return api.get(api.post(path(id) + "/acceptance").header("Location"));
    }

    private void reject(ProposalId id) {
        api.post(path(id) + "/rejection");
    }

    private void set(String fields) {
        assertThat(api.patch("/api/time-tracking/settings", "{" + fields + "}").status())
                .isEqualTo(200);
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

    private static java.net.http.HttpRequest.BodyPublisher body(String json) {
        return java.net.http.HttpRequest.BodyPublishers.ofString(json);
    }

    private static String ids(List<ProposalId> ids, String more) {
        return "{\"ids\": [\"%s\", \"%s\"]%s}"
                .formatted(ids.getFirst().value(), ids.getLast().value(), more);
    }

    private static String path(ProposalId id) {
        return "/api/proposals/" + id.value();
    }
}
