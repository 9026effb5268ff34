package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.model.FakeModel;
import io.tenth.shared.ProposalId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes of passages that the engine has only just left out, where a language model is asked about them. */
@Timeout(120)
class LeftOutOpinionTest extends OpinionTest {

    @Autowired
    private Proposals proposals;

    @Autowired
    private SureApproval sure;

    @Autowired
    private Scans scans;

    @Test
    void proposesWhatTheEngineLeftOutAndTheModelTakesForWork() {
        agree();
        api(account).patch(SETTINGS, "{\"auto_approve_threshold\": 0.5}");
        MODEL.conduct(FakeModel.judging(passage -> FakeModel.verdict(
                passage, passage.path("sentence").asString().startsWith("Perhaps"), "research", "none")));

        var scan = scanned(leftOut("Perhaps an hour on it."), leftOut("An hour to the court by train."));
        rows.update(
                "UPDATE proposals SET confidence = 0.5 WHERE user_id = ?",
                account.id().value());
        sure.approve(Instant.EPOCH, person);

        assertThat(MODEL.sentences()).hasSize(2);
        assertThat(proposal("/items")).hasSize(1);
        assertThat(proposal("/items/0/state").asString()).isEqualTo("proposed");
        assertThat(proposal("/items/0/extracted_text").asString()).isEqualTo("Perhaps an hour on it.");
        assertThat(proposal("/items/0/model_opinion/found").asBoolean()).isTrue();
        assertThat(proposal("/items/0/model_opinion/worked").asBoolean()).isTrue();
        assertThat(proposal("/items/0/reasons").toString()).contains("found-by-model");
        assertThat(browser(account).get("/review").text())
                .contains("found by model", "Tenth by itself had left it out", "Found by the second opinion");
        assertThat(scans.one(scan, person).judging()).isEqualTo(new Judging(2, 0, null));
    }

    @Test
    void leavesOutWhatTheEngineLeftOutWhileTheModelSaysNothing() {
        scanned(leftOut("Perhaps an hour on it."));
        agree();
        MODEL.conduct(FakeModel.status(400));
        scanned(leftOut("Perhaps an hour on that."), unsure("Sat with them for an hour."));

        assertThat(proposal("/items")).hasSize(1);
        assertThat(proposal("/items/0/model_opinion").isNull()).isTrue();
    }

    @Test
    void putsWhatTheModelFoundBehindWhatTheEngineFound() {
        agree();
        var both = (Finding.Analysed) unsure("Sat with them for an hour.");
        var one = (Finding.Analysed) leftOut("Perhaps an hour on it.");

        scanned(both.with(both.found(), one.leftOut()));

        assertThat(rows.texts(
                        "SELECT place || ' ' || (model_worked)::text FROM proposals WHERE user_id = ? ORDER BY confidence DESC",
                        account.id().value()))
                .containsExactly("0 true", "5000 true");
    }

    @Test
    void proposesTimeThatWasAcceptedNoSecondTimeWhateverTheModelSaysOfTheRest() {
        agree();
        var mail = leavingOut("Perhaps an hour on it.", "An hour on that, I think.");
        scanned(mail);
        assertThat(proposal("/items")).hasSize(2);
        proposals.accept(saying("An hour on that, I think."), person);

        removeTheMailbox();
        doubting("Perhaps");
        scanned(mail);

        assertThat(proposal("/items")).isEmpty();
    }

    @Test
    void proposesWhatTheModelTakesLaterBesideWhatWasAccepted() {
        agree();
        var mail = leavingOut("Perhaps an hour on it.", "An hour on that, I think.");
        doubting("An hour on that");
        scanned(mail);
        proposals.accept(saying("Perhaps an hour on it."), person);

        removeTheMailbox();
        doubting("Perhaps");
        scanned(mail);

        assertThat(proposal("/items")).hasSize(1);
        assertThat(proposal("/items/0/extracted_text").asString()).isEqualTo("An hour on that, I think.");
    }

    /** One mail of which the engine takes nothing. */
    private static Finding leavingOut(String... sentences) {
        var each = Stream.of(sentences)
                .map(sentence -> (Finding.Analysed) leftOut(sentence))
                .toList();
        return each.getFirst()
                .with(
                        List.of(),
                        each.stream().flatMap(one -> one.leftOut().stream()).toList());
    }

    private static void doubting(String beginning) {
        MODEL.conduct(FakeModel.judging(passage -> FakeModel.verdict(
                passage, !passage.path("sentence").asString().startsWith(beginning), "other", "none")));
    }

    private ProposalId saying(String sentence) {
        return proposals.page(ProposalQuery.first(Proposal.State.PROPOSED), person).items().stream()
                .filter(one -> one.evidence().excerpt().contains(sentence))
                .map(Proposal::id)
                .findFirst()
                .orElseThrow();
    }
}
