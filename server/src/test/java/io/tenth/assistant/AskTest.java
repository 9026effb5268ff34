package io.tenth.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.capture.Retention;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.DomainException;
import io.tenth.shared.Role;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What an assistant gets of the tools: what the policy allows, after a yes where it says so, and nothing that a mail has worded. */
class AskTest extends ServerTest {

    private static final Asker.Assistant CHAT =
            new Asker.Assistant(Asker.Door.CHAT, "Approve what you found for Halloran", "conversation 7");

    @Autowired
    private Tools tools;

    @Autowired
    private WaitingCalls waiting;

    @Autowired
    private WaitingRoom room;

    @Autowired
    private Retention retention;

    @Autowired
    private AssistantPolicies policies;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private DataSource source;

    private final Rows rows = new Rows(database());
    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @AfterEach
    void freeTheFirm() {
        policies.setFirm(AssistantPolicy.ACT, newPerson(Role.ADMIN).person());
    }

    @Test
    void readsWithoutAskingAndShowsAModelNothingOfMail() {
        stored(1);

        var done = (ToolAnswer.Done) ask("get_time_tracking_summary", "{\"date_range_days\": 365}");

        assertThat(done.whole().toString()).contains(StoredProposals.CLIENT_MATTER);
        assertThat(done.forModel().toString()).contains("1.5").doesNotContain(StoredProposals.CLIENT_MATTER);
        assertThat(done.text()).contains("1.50 proposed").doesNotContain(StoredProposals.CLIENT_MATTER);
    }

    @Test
    void showsAModelNothingOfTheMailThatAReviewIsAbout() {
        var id = stored(1).getFirst();

        var done = (ToolAnswer.Done) ask("review_proposals", review("approve", id, true));

        assertThat(done.whole().toString()).contains(StoredProposals.DESCRIPTION);
        assertThat(done.forModel().toString()).contains("90").doesNotContain("Halloran");
        assertThat(state(id)).isEqualTo("proposed");
    }

    @Test
    void waitsForAYesAndThenDoesExactlyThatOnce() {
        var id = stored(1).getFirst();

        var call = (ToolAnswer.Waiting) ask("review_proposals", review("approve", id, false));

        assertThat(call.willDo()).startsWith("Approve 1 proposal, 90 minutes").doesNotContain("Halloran");
        assertThat(state(id)).isEqualTo("proposed");
        var done = (ToolAnswer.Done) waiting.decide(call.callId(), true, account.person());
        assertThat(done.text()).isEqualTo("Approve: 1 proposal, 90 minutes.");
        assertThat(state(id)).isEqualTo("accepted");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> waiting.decide(call.callId(), true, account.person()))
                .withMessageContaining("decided already");
        assertThat(rows.operations(account.id().value())).contains("tool.confirmed", "proposal.accepted");
    }

    @Test
    void doesOneOfManyYesses() throws Exception {
        var id = stored(1).getFirst();
        var call = (ToolAnswer.Waiting) ask("review_proposals", review("approve", id, false));
        var start = new CountDownLatch(1);
        Callable<Boolean> yes = () -> {
            start.await();
            try {
                return waiting.decide(call.callId(), true, account.person()) instanceof ToolAnswer.Done;
            } catch (DomainException refused) {
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(yes))
                    .toList();
            start.countDown();
            var done = 0;
            for (var one : all) {
                done += one.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void keepsWhatAModelHasWordedApartFromTheSentenceThatIsAgreedTo() {
        var call = (ToolAnswer.Waiting) ask(
                "start_timer",
                "{\"description\": \"Lease\\\".\\n\\nThis was agreed before. " + "x".repeat(300) + "\"}");

        assertThat(call.willDo())
                .startsWith("Start the timer: other, billable, \"Lease'. This was agreed before. x")
                .endsWith("x\".")
                .doesNotContain("\n");
    }

    @Test
    void showsAllOfWhatIsToBeKept() {
        var timer = (ToolAnswer.Waiting) ask("start_timer", "{\"description\": \"" + "x".repeat(499) + "y\"}");
        var address = "https://figures.firm.example/" + "a".repeat(470) + "b";
        var setting =
                (ToolAnswer.Waiting) ask("configure_time_tracking", "{\"grafana_dashboard_url\": \"" + address + "\"}");

        assertThat(timer.willDo()).endsWith("xy\".");
        assertThat(setting.willDo()).contains(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            approve | {"duration_minutes": 1000}
            approve | {"activity_description": "Other work"}
            approve | {"client_matter": "Somebody else"}
            reject  | {"activity_description": "Other work"}
            edit    | {"client_matter": "Somebody else"}
            """)
    void doesNothingWhereTheProposalHasChangedSinceItWasShown(String action, String change) {
        var id = stored(1).getFirst();
        var asked = review(action, id, false);
        var call = (ToolAnswer.Waiting) ask(
                "review_proposals", action.equals("edit") ? asked.replace("}", ", \"entry_type\": \"call\"}") : asked);
        assertThat(api(account).patch("/api/proposals/" + id, change).status()).isEqualTo(200);

        assertThat(refusal(call)).contains("has changed");
        assertThat(state(id)).isEqualTo("proposed");
    }

    @ParameterizedTest
    @CsvSource({"acceptance, undo_approval, accepted", "rejection, undo_rejection, rejected"})
    void takesBackNoOtherDecisionThanTheOneThatWasShown(String decision, String undo, String state) {
        var id = stored(1).getFirst();
        var decided = "/api/proposals/" + id + "/" + decision;
        api(account).post(decided);
        var call = (ToolAnswer.Waiting) ask("review_proposals", review(undo, id, false));
        api(account).delete(decided);
        api(account).patch("/api/proposals/" + id, "{\"activity_description\": \"Other work\"}");
        api(account).post(decided);

        assertThat(refusal(call)).contains("has changed");
        assertThat(state(id)).isEqualTo(state);
    }

    @Test
    void stopsNoTimerThatHasChangedSinceItWasShown() {
        var running = api(account)
                .post("/api/time-entries/start", "{\"description\": \"Lease\"}")
                .text("/id");
        var call = (ToolAnswer.Waiting) ask("stop_timer", "{}");
        assertThat(api(account)
                        .patch("/api/time-entries/" + running, "{\"description\": \"Other work\"}")
                        .status())
                .isEqualTo(200);

        assertThat(refusal(call)).contains("has changed");
        assertThat(ask("stop_timer", "{}")).isInstanceOf(ToolAnswer.Waiting.class);
    }

    @Test
    void takesNoTurnForAYesAndKeepsWhatBecameOfIt() {
        var id = stored(1).getFirst();
        var call = (ToolAnswer.Waiting) ask("review_proposals", review("approve", id, false));
        api(account).patch("/api/time-tracking/settings", "{\"rate_limit_per_minute\": 1}");
        ask("get_time_tracking_summary", "{}");
        assertThat(ask("get_time_tracking_summary", "{}")).isInstanceOf(ToolAnswer.Refused.class);

        assertThat(waiting.decide(call.callId(), true, account.person())).isInstanceOf(ToolAnswer.Done.class);

        assertThat(state(id)).isEqualTo("accepted");
        assertUndecidable(call.callId(), account, "it was done");
    }

    @Test
    void waitsAgainAfterTheProcessThatCarriedItOutHasDied() {
        var call = (ToolAnswer.Waiting) ask("start_timer", "{}");
        room.decide(call.callId(), true, account.person());
        assertThat(waiting.all(account.person())).isEmpty();
        assertUndecidable(call.callId(), account, "being done");

        clock().advance(Duration.ofMinutes(11));

        assertThat(waiting.all(account.person())).hasSize(1);
        assertThat(waiting.decide(call.callId(), true, account.person())).isInstanceOf(ToolAnswer.Done.class);
    }

    @Test
    void waitsAgainAfterARefusalThatPasses() {
        var call = (ToolAnswer.Waiting) ask("start_timer", "{}");
        room.decide(call.callId(), true, account.person());
        room.settle(call.callId(), WaitingRepository.State.WAITING, account.person());

        assertThat(waiting.decide(call.callId(), true, account.person())).isInstanceOf(ToolAnswer.Done.class);
    }

    @Test
    void doesNothingAfterANoOrTooLateOrForAnother() {
        var id = stored(1).getFirst();
        var declined = (ToolAnswer.Waiting) ask("review_proposals", review("approve", id, false));
        assertThat(waiting.decide(declined.callId(), false, account.person()))
                .isInstanceOfSatisfying(
                        ToolAnswer.Refused.class, no -> assertThat(no.code()).isEqualTo("DECLINED"));
        assertUndecidable(declined.callId(), account, "decided already");

        var late = (ToolAnswer.Waiting) ask("review_proposals", review("approve", id, false));
        assertUndecidable(late.callId(), newPerson(), "no such");
        clock().advance(Duration.ofMinutes(31));
        assertUndecidable(late.callId(), account, "waited for too long");
        assertThat(state(id)).isEqualTo("proposed");
    }

    @Test
    void keepsToThePolicyOfThePersonAndOfTheFirm() {
        var id = stored(1).getFirst();
        var reject = review("reject", id, false);
        policies.set(AssistantPolicy.READ_ONLY, account.person());
        assertThat(ask("review_proposals", reject)).isInstanceOf(ToolAnswer.Refused.class);
        assertThat(tools.offered(account.person()))
                .extracting(ToolDescription::effect)
                .containsOnly(Effect.NONE);

        policies.set(AssistantPolicy.PROPOSE, account.person());
        var asked = (ToolAnswer.Waiting) ask("review_proposals", reject);
        assertThat(ask("start_timer", "{}")).isInstanceOf(ToolAnswer.Waiting.class);

        policies.set(AssistantPolicy.ACT, account.person());
        assertThat(ask("start_timer", "{}")).isInstanceOf(ToolAnswer.Done.class);
        assertThat(ask("stop_timer", "{}")).isInstanceOf(ToolAnswer.Waiting.class);
        assertThat(ask("configure_time_tracking", "{\"rounding\": \"up\"}")).isInstanceOf(ToolAnswer.Waiting.class);
        assertThat(ask("review_proposals", review("approve", id, false))).isInstanceOf(ToolAnswer.Waiting.class);

        policies.setFirm(AssistantPolicy.READ_ONLY, newPerson(Role.ADMIN).person());
        assertThat(ask("stop_timer", "{}")).isInstanceOf(ToolAnswer.Refused.class);
        assertThat(waiting.decide(asked.callId(), true, account.person())).isInstanceOf(ToolAnswer.Refused.class);
        assertThat(state(id)).isEqualTo("proposed");
    }

    @Test
    void changesNoSettingThatCouldRemoveDataOrMakeTimeByItself() {
        policies.set(AssistantPolicy.ACT, account.person());
        Stream.of(
                        "{\"auto_approve_threshold\": 0.5}",
                        "{\"unset\": [\"auto_approve_threshold\"]}",
                        "{\"data_retention_days\": 36500}",
                        "{\"audit_log_retention_years\": 100}")
                .forEach(arguments -> assertThat(ask("configure_time_tracking", arguments))
                        .isInstanceOfSatisfying(
                                ToolAnswer.Refused.class,
                                refused -> assertThat(refused.sentence()).startsWith("An assistant does not change ")));
        assertThat(ask("configure_time_tracking", "{\"language_model\": true}")).isInstanceOf(ToolAnswer.Refused.class);
    }

    @Test
    void refusesWhatNoToolTakesInASentence() {
        Stream.of(
                        "{\"date_range_days\": 1e9}",
                        "{\"date_range_days\": NaN}",
                        "{\"date_range_days\": 1e999999999}",
                        "{\"date_range_days\": \"7\"}",
                        "{\"$ref\": \"http://127.0.0.1:1/schema\"}",
                        "{\"client_filter\": {\"$ref\": \"file:///etc/passwd\"}}",
                        "{\"user_id\": \"" + UUID.randomUUID() + "\"}",
                        "{\"x\":".repeat(40) + "1" + "}".repeat(40),
                        "[".repeat(60_000),
                        "{\"client_filter\": \"" + "x".repeat(70_000) + "\"}",
                        "{\"date_range_days\": 7, \"date_range_days\": 8}",
                        "{} {}",
                        "",
                        "null",
                        "call me")
                .forEach(arguments -> assertThat(ask("get_time_tracking_summary", arguments))
                        .as(arguments.substring(0, Math.min(80, arguments.length())))
                        .isInstanceOfSatisfying(
                                ToolAnswer.Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("VALIDATION_ERROR")));
        assertThat(ask("delete_everything", "{}"))
                .isEqualTo(new ToolAnswer.Refused("NOT_FOUND", "There is no such tool."));
    }

    @Test
    void writesDownTheWordsThatAskedWhereTheyCanBeDestroyed() {
        ask("get_time_tracking_summary", "{}");
        ask("start_timer", "{}");
        ask("get_time_tracking_summary", "{\"date_range_days\": 0}");

        assertThat(rows.texts(
                        "SELECT resource_id || ' ' || (details ->> 'door') || ' ' || (details ->> 'origin') || ' '"
                                + " || (details ->> 'outcome') FROM audit_events"
                                + " WHERE user_id = ? AND operation = 'tool.called' ORDER BY event_id",
                        account.id().value()))
                .containsExactly(
                        "get_time_tracking_summary chat conversation 7 done",
                        "start_timer chat conversation 7 waiting",
                        "get_time_tracking_summary chat conversation 7 refused");
        assertThat(rows.texts(
                        "SELECT details::text FROM audit_events WHERE user_id = ?",
                        account.id().value()))
                .noneMatch(details -> details.contains("Halloran"));
        assertThat(rows.texts(
                        "SELECT (details ->> 'words') FROM audit_events JOIN asked_words"
                                + " ON call_id::text = details ->> 'call' WHERE audit_events.user_id = ?",
                        account.id().value()))
                .hasSize(3)
                .allMatch(hash -> hash.matches("[0-9a-f]{64,}"));
        assertThat(rows.texts(
                        "SELECT encode(words, 'escape') FROM asked_words WHERE user_id = ?",
                        account.id().value()))
                .noneMatch(kept -> kept.contains("Halloran"));
    }

    @Test
    void writesNoMoreThanOnceAMinuteOfWhatALimitRefuses() {
        api(account).patch("/api/time-tracking/settings", "{\"rate_limit_per_minute\": 1}");
        IntStream.range(0, 5).forEach(number -> ask("get_time_tracking_summary", "{}"));

        assertThat(outcomes()).containsExactly("done", "limited");
        assertThat(rows.texts(
                        "SELECT call_id::text FROM asked_words WHERE user_id = ?",
                        account.id().value()))
                .hasSize(1);
    }

    @Test
    void writesDownThatAToolWasAskedForThatIsNone() {
        ask("delete_everything", "{}");
        ask("Dear Imogen, \0 I spent", "{}");

        assertThat(outcomes()).containsExactly("refused", "refused");
        assertThat(rows.texts(
                        "SELECT resource_id FROM audit_events WHERE user_id = ? AND operation = 'tool.called'"
                                + " ORDER BY event_id",
                        account.id().value()))
                .containsExactly("delete_everything", "unknown");
    }

    @Test
    void forgetsTheWordsAndWhatHasWaitedWithTime() {
        api(account).patch("/api/time-tracking/settings", "{\"data_retention_days\": 30}");
        ask("start_timer", "{}");
        assertThat(kept()).isEqualTo(2);

        clock().advance(Duration.ofDays(2));
        retention.carryOut(account.person());
        assertThat(kept()).isEqualTo(1);

        clock().advance(Duration.ofDays(29));
        retention.carryOut(account.person());
        assertThat(kept()).isZero();
    }

    @Test
    void keepsNoMoreThanSomeOfTheWords() {
        assertThat(new Asker.Assistant(Asker.Door.MCP, "😀".repeat(600), "x".repeat(300)))
                .satisfies(asker -> assertThat(asker.words()).isEqualTo("😀".repeat(500)))
                .satisfies(asker -> assertThat(asker.origin()).hasSize(200));
    }

    @Test
    void keepsNoMoreThanTwentyWaiting() {
        api(account).patch("/api/time-tracking/settings", "{\"rate_limit_per_minute\": 100}");
        for (int i = 0; i < 20; i++) {
            assertThat(ask("start_timer", "{}")).isInstanceOf(ToolAnswer.Waiting.class);
        }
        assertThat(ask("start_timer", "{}")).isInstanceOf(ToolAnswer.Refused.class);
        assertThat(waiting.all(account.person())).hasSize(20);

        clock().advance(Duration.ofMinutes(31));

        assertThat(waiting.all(account.person())).isEmpty();
        assertThat(ask("start_timer", "{}")).isInstanceOf(ToolAnswer.Waiting.class);
    }

    @Test
    void endsWhereTheDayIsUsedUp() {
        var budgets = new Budgets(source, new AssistantSettings(2, 100));
        var person = account.person();
        budgets.takeCall(person);
        budgets.takeCall(person);
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> budgets.takeCall(person));
        new Budgets(source, new AssistantSettings(2, 100)).takeCall(newPerson().person());

        budgets.demandTokens(person);
        budgets.spend(1_000, person);
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> budgets.demandTokens(person));

        IntStream.range(0, 3).forEach(number -> budgets.takeRequest(12, person));
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> budgets.takeRequest(12, person));
    }

    private List<String> outcomes() {
        return rows.texts(
                "SELECT details ->> 'outcome' FROM audit_events WHERE user_id = ? AND operation = 'tool.called'"
                        + " ORDER BY event_id",
                account.id().value());
    }

    private int kept() {
        return Stream.of("asked_words", "waiting_calls")
                .mapToInt(table -> rows.texts(
                                "SELECT call_id::text FROM " + table + " WHERE user_id = ?",
                                account.id().value())
                        .size())
                .sum();
    }

    private void assertUndecidable(UUID call, Account person, String sentence) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> waiting.decide(call, true, person.person()))
                .withMessageContaining(sentence);
    }

    private String refusal(ToolAnswer.Waiting call) {
        return ((ToolAnswer.Refused) waiting.decide(call.callId(), true, account.person())).sentence();
    }

    private ToolAnswer ask(String name, String arguments) {
        return tools.ask(name, arguments, CHAT, account.person());
    }

    private List<UUID> stored(int count) {
        return new StoredProposals(server, database())
                .some(count, account.person()).stream().map(id -> id.value()).toList();
    }

    private String state(UUID proposal) {
        return api(account).get("/api/proposals/" + proposal).text("/state");
    }

    private static String review(String action, UUID proposal, boolean dryRun) {
        return "{\"action\": \"%s\", \"proposal_ids\": [\"%s\"], \"dry_run\": %s}".formatted(action, proposal, dryRun);
    }
}
