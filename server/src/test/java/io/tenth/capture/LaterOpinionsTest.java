package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.model.FakeModel;
import io.tenth.shared.ProposalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the language model could not say at once it says later, and what it has said goes with the mail that it is about. */
@Timeout(120)
class LaterOpinionsTest extends OpinionTest {

    private static final FakeModel.Conduct REFUSES = FakeModel.status(400);

    @Autowired
    private LaterOpinions later;

    @Autowired
    private Proposals proposals;

    @Autowired
    private SureApproval sure;

    @Autowired
    private Retention retention;

    @BeforeEach
    void agreeToAModelThatRefuses() {
        agree();
        MODEL.conduct(REFUSES);
    }

    @Test
    void asksLaterWhatItCouldNotAskAtOnceTheNewestFirst() {
        scanned(unsure("Sat with them for an hour."));
        clock().advance(Duration.ofMinutes(1));
        var matter = matter("Thistlewood");
        scanned(unsure("Sat over Thistlewood for an hour."));
        assertThat(scheduled()).isEqualTo(1);
        MODEL.forget();
        MODEL.conduct(FakeModel.judging(passage -> FakeModel.verdict(
                passage, true, "research", passage.path("matters").isEmpty() ? "none" : "m1")));

        assertThat(later.carryOut(person))
                .hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(clock().instant()));
        assertThat(later.carryOut(person)).as("nothing is left").isEmpty();

        assertThat(MODEL.sentences())
                .containsExactly("Sat over Thistlewood for an hour.", "Sat with them for an hour.");
        assertThat(proposal("/items")).hasSize(2).allSatisfy(item -> {
            assertThat(item.at("/model_opinion/worked").asBoolean()).isTrue();
            assertThat(item.at("/model_opinion/entry_type").asString()).isEqualTo("research");
            assertThat(item.at("/entry_type").asString())
                    .as("somebody may be looking at it")
                    .isEqualTo("other");
            assertThat(item.at("/matter_id").isNull()).isTrue();
            assertThat(item.at("/reasons").toString()).doesNotContain("model-named");
        });
        assertThat(proposal("/items").findValues("model_opinion").toString())
                .contains(matter.value().toString());
        assertThat(rows.texts("SELECT DISTINCT version::text FROM proposals WHERE user_id = ?", user()))
                .containsExactly("1");
        assertThat(rows.texts(
                        "SELECT DISTINCT correlation_id FROM audit_events WHERE user_id = ? AND operation = 'proposal.judged'",
                        user()))
                .as("the ids of the two scans")
                .containsExactlyInAnyOrderElementsOf(
                        rows.texts("SELECT scan_id::text FROM scans WHERE user_id = ?", user()));
        assertThat(events("proposal.judged")).isEqualTo(2);
        assertThat(events("model.asked")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"true, accepted", "false, proposed"})
    void approvesNothingByItselfBeforeTheModelHasAgreed(boolean agrees, String state) {
        approveFrom("0.6");
        scanned(unsure("Sat with them for an hour."));
        sure.approve(Instant.EPOCH, person);
        assertThat(states()).as("the model is yet to be asked").containsExactly("proposed");
        MODEL.conduct(FakeModel.judging(passage -> FakeModel.verdict(passage, agrees, "other", "none")));

        later.carryOut(person);

        assertThat(states()).containsExactly(state);
    }

    @Test
    void approvesByItselfWhatTheModelDoesNotJudge() {
        approveFrom("0.6");
        scanned(unsure("Sat with them for an hour."));

        for (var attempt = 0; attempt < UnjudgedRepository.TRIES; attempt++) {
            assertThat(states()).containsExactly("proposed");
            later.carryOut(person);
        }

        assertThat(states()).containsExactly("accepted");
    }

    @Test
    void approvesByItselfWhatTheModelWasNotThereFor() {
        approveFrom("0.6");
        scanned(unsure("Sat with them for an hour."));
        clock().advance(Duration.ofDays(8));

        assertThat(later.carryOut(person)).isEmpty();

        assertThat(states()).containsExactly("accepted");
    }

    @Test
    void approvesNothingByItselfWhoseMatterTheModelHasNamed() {
        approveFrom("0.6");
        matter("Marchbanks");
        MODEL.conduct(FakeModel.judging(passage -> FakeModel.verdict(passage, true, "other", "m1")));

        scanned(unsure("Sat over Marchbanks for an hour."));
        sure.approve(Instant.EPOCH, person);

        assertThat(proposal("/items/0/reasons").toString()).contains("model-named-matter");
    }

    @Test
    void goesOnAtOnceWhileTheModelSaysAnything() {
        scanned(unsure("An hour that it garbles."), unsure("An hour that it judges."));
        MODEL.conduct(FakeModel.judging(passage -> FakeModel.verdict(
                passage,
                true,
                passage.path("sentence").asString().contains("garbles") ? "nonsense" : "other",
                "none")));

        assertThat(later.carryOut(person))
                .hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(clock().instant()));
        assertThat(judged()).hasSize(1);
    }

    @Test
    void letsOthersComeFirstWhoCameWhileItAsked() {
        scanned(unsure("Sat with them for an hour."));
        var other = newPerson().person();
        var told = new ArrayList<Instant>();
        var says = FakeModel.judging(passage -> FakeModel.verdict(passage, true, "other", "none"));
        MODEL.conduct((request, exchange) -> {
            told.add(later.carryOut(other).orElseThrow());
            says.answer(request, exchange);
        });

        var next = later.carryOut(person).orElseThrow();

        assertThat(told).singleElement().satisfies(others -> assertThat(others).isBeforeOrEqualTo(next));
        assertThat(next).isAfter(clock().instant());
    }

    @Test
    void isWokenByWhatAScanStoresAndByANewConsent() {
        scanned(unsure("Sat with them for an hour."));
        rest();
        scanned(unsure("Sat with them for another hour."));
        assertThat(isDueSoon()).as("after a scan").isTrue();

        api(account).patch(SETTINGS, "{\"language_model\": false}");
        rest();
        agree();
        assertThat(isDueSoon()).as("after a consent").isTrue();
    }

    @Test
    void looksAgainWhileAnybodyMayBeAskedSinceAScanCannotWakeItAtWork() {
        assertThat(later.next(person)).isPresent();
        api(account).patch(SETTINGS, "{\"language_model\": false}");
        assertThat(later.next(person)).isEmpty();
    }

    @Test
    void sendsNothingOfWhichNothingCanBeProposed() {
        var mail = unsure("Sat with them for an hour.");
        scanned(mail);
        MODEL.forget();

        scanned(mail);

        assertThat(MODEL.requests()).isEmpty();
    }

    private void approveFrom(String threshold) {
        assertThat(api(account)
                        .patch(SETTINGS, "{\"auto_approve_threshold\": " + threshold + "}")
                        .status())
                .isEqualTo(200);
    }

    private List<String> states() {
        return rows.texts("SELECT state FROM proposals WHERE user_id = ? ORDER BY state", user());
    }

    /** As if it had found nothing left to ask. */
    private void rest() {
        rows.update(
                "UPDATE scheduled_tasks SET execution_time = ?::timestamptz + interval '1 hour' WHERE task_name = 'later-opinions' AND task_instance LIKE ?",
                clock().instant().toString(),
                user() + "/%");
    }

    private boolean isDueSoon() {
        return !rows.texts(
                        "SELECT 1::text FROM scheduled_tasks WHERE task_name = 'later-opinions' AND task_instance LIKE ?"
                                + " AND execution_time <= ?::timestamptz + interval '10 minutes'",
                        user() + "/%",
                        clock().instant().toString())
                .isEmpty();
    }

    @Test
    void asksAboutMoreThanABatchHoldsAfterTheBatch() {
        var many = IntStream.range(0, 205)
                .mapToObj(number -> unsure("Sat with number " + number + " for an hour."))
                .toArray(Finding[]::new);
        MODEL.forget();

        scanned(many);

        assertThat(MODEL.sentences()).hasSize(200);
        assertThat(later.carryOut(person)).isPresent();
        assertThat(MODEL.sentences()).hasSize(205).doesNotHaveDuplicates();
        assertThat(later.carryOut(person)).isEmpty();
    }

    @Test
    void leavesAloneWhatItsOwnerHasChangedOrDecided() {
        scanned(unsure("An hour that is changed."), unsure("An hour that is rejected."), unsure("An hour as it was."));
        edit(saying("An hour that is changed."));
        proposals.reject(saying("An hour that is rejected."), null, person);
        MODEL.forget();

        while (later.carryOut(person).isPresent()) {
            assertThat(MODEL.sentences()).containsExactly("An hour as it was.");
        }

        assertThat(judged()).containsExactly("proposed");
    }

    @Test
    void leavesAloneWhatItsOwnerChangesOrDecidesWhileTheModelThinks() {
        scanned(unsure("An hour that is changed."), unsure("An hour that is rejected."), unsure("An hour as it was."));
        var changed = saying("An hour that is changed.");
        var rejected = saying("An hour that is rejected.");
        var says = FakeModel.judging(passage -> FakeModel.verdict(passage, true, "travel", "none"));
        MODEL.conduct((request, exchange) -> {
            edit(changed);
            proposals.reject(rejected, null, person);
            says.answer(request, exchange);
        });

        later.carryOut(person);

        assertThat(judged()).containsExactly("proposed");
        assertThat(proposals.one(changed, person).work().minutes()).isEqualTo(45);
        assertThat(proposals.one(changed, person).work().type().key()).isEqualTo("other");
        assertThat(events("proposal.judged")).isEqualTo(1);
        assertThat(later.carryOut(person)).isEmpty();
    }

    @Test
    void comesBackWhileTheModelIsAwayAndGivesUpWhereItDoesNotSay() {
        scanned(unsure("Sat with them for an hour."));

        for (var attempt = 0; attempt < UnjudgedRepository.TRIES; attempt++) {
            assertThat(later.carryOut(person))
                    .hasValueSatisfying(
                            next -> assertThat(next).isAfter(clock().instant().plus(Duration.ofMinutes(9))));
        }

        assertThat(later.carryOut(person)).isEmpty();
        assertThat(judged()).isEmpty();
        assertThat(proposal("/items")).hasSize(1);
    }

    @Test
    void asksAboutNothingThatIsOlderThanAWeek() {
        scanned(unsure("Sat with them for an hour."));
        MODEL.forget();
        clock().advance(Duration.ofDays(8));

        assertThat(later.carryOut(person)).isEmpty();
        assertThat(MODEL.requests()).isEmpty();
    }

    @Test
    void asksNobodyAnyMoreWhereItsOwnerHasSwitchedThatOff() {
        scanned(unsure("Sat with them for an hour."));
        api(account).patch(SETTINGS, "{\"language_model\": false}");
        MODEL.forget();

        assertThat(later.carryOut(person))
                .hasValueSatisfying(
                        next -> assertThat(next).isAfter(clock().instant().plus(Duration.ofMinutes(59))));
        assertThat(MODEL.requests()).isEmpty();
    }

    @Test
    void isNotBegunWhereNothingIsLeftToAsk() {
        MODEL.forget();
        scanned(unsure("Sat with them for an hour."));

        assertThat(scheduled()).isZero();
    }

    @Test
    void forgetsWhatWasSaidWhenTheTextGoesByAge() {
        MODEL.forget();
        scanned(unsure("Sat with them for an hour."));
        proposals.accept(saying("Sat with them for an hour."), person);
        assertThat(api(account).patch(SETTINGS, "{\"data_retention_days\": 30}").status())
                .isEqualTo(200);
        clock().advance(Duration.ofDays(31));

        retention.carryOut(person);

        assertThat(saidInProposals()).isZero();
        assertThat(rows.texts("SELECT state FROM proposals WHERE user_id = ?", user()))
                .containsExactly("accepted");
        assertThat(rows.texts("SELECT 1::text FROM analysis_cache WHERE user_id = ?", user()))
                .isEmpty();
        scanned(unsure("Sat with them for an hour."));
        assertThat(MODEL.sentences()).as("it is asked anew").hasSize(2);
    }

    @Test
    void forgetsWhatWasSaidWithTheMailbox() {
        MODEL.forget();
        scanned(unsure("Sat with them for an hour."));
        proposals.accept(saying("Sat with them for an hour."), person);

        removeTheMailbox();

        assertThat(saidInProposals()).isZero();
        assertThat(rows.texts("SELECT 1::text FROM analysis_cache WHERE user_id = ?", user()))
                .isEmpty();
        scanned(unsure("Sat with them for an hour."));
        assertThat(MODEL.sentences()).as("it is asked anew").hasSize(2);
    }

    private void edit(ProposalId id) {
        assertThat(api(account)
                        .patch("/api/proposals/" + id.value(), "{\"duration_minutes\": 45}")
                        .status())
                .isEqualTo(200);
    }

    private ProposalId saying(String sentence) {
        return proposals.page(ProposalQuery.first(Proposal.State.PROPOSED), person).items().stream()
                .filter(one -> one.evidence().excerpt().contains(sentence))
                .map(Proposal::id)
                .findFirst()
                .orElseThrow();
    }

    /** The states of those of which the model has said something. */
    private List<String> judged() {
        return rows.texts("SELECT state FROM proposals WHERE user_id = ? AND model_worked IS NOT NULL", user());
    }

    private int saidInProposals() {
        return rows.texts(
                        "SELECT 1::text FROM proposals WHERE user_id = ? AND num_nonnulls(model_worked, model_name, model_type,"
                                + " model_matter_id) > 0",
                        user())
                .size();
    }

    private int scheduled() {
        return rows.texts(
                        "SELECT 1::text FROM scheduled_tasks WHERE task_name = 'later-opinions' AND task_instance LIKE ?",
                        person.user().value() + "/%")
                .size();
    }

    private long events(String operation) {
        return rows.operations(person.user().value()).stream()
                .filter(operation::equals)
                .count();
    }

    private Object user() {
        return person.user().value();
    }
}
