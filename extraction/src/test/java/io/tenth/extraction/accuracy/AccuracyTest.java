package io.tenth.extraction.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.CorpusMessage.Expected;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.Span;
import io.tenth.extraction.TimeMention;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    private static final String BODY = "An hour on the Lee will, an hour on the Lee deed, a few hours on   the file.";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    void countsAnEntryOnceAndWhatIsLeftAsMissed() {
        var accuracy = counted(
                List.of(expected(60, "An hour on the Lee will"), expected(60, "an hour on the Lee deed")),
                List.of(found(60, "an hour on the Lee deed", 0.9)));

        assertThat(accuracy.recall()).isEqualTo(0.5);
        assertThat(accuracy.precision()).isEqualTo(1);
    }

    @Test
    void givesAnEntryAwayWhenItsLabelCanHaveAnother() {
        var accuracy = counted(
                List.of(expected(60, "An hour on the Lee will, an hour on the Lee deed"), expected(60, "the Lee will")),
                List.of(found(60, "An hour on the Lee will", 0.9), found(60, "an hour on the Lee deed", 0.9)));

        assertThat(accuracy.recall()).isEqualTo(1);
    }

    @Test
    void allowsHalfAMinute() {
        var label = List.of(expected(59.5, "An hour on the Lee will"));

        assertThat(counted(label, List.of(found(60, "An hour", 0.9))).recall()).isEqualTo(1);
        assertThat(counted(label, List.of(found(61, "An hour", 0.9))).recall()).isZero();
    }

    @Test
    void comparesQuotesWithoutMarkupCaseAndWhiteSpace() {
        var label = List.of(expected(60, "an hour on the <b>Lee</b>\n deed"));

        assertThat(counted(label, List.of(found(60, "the Lee deed", 0.9))).recall())
                .isEqualTo(1);
    }

    @Test
    void neitherRewardsNorBlamesWhatIsOptional() {
        var vague = List.of(new Expected(180, ActivityType.OTHER, DAY, List.of(), "a few hours", true, true));

        var accuracy =
                counted(vague, List.of(found(120, "a few hours on the file", 0.9), found(60, "a few hours", 0.9)));

        assertThat(accuracy.labelled()).isZero();
        assertThat(accuracy.alarms()).isZero();
    }

    @Test
    void callsAnUnchargedEntryThatIsChargedAFalseAlarm() {
        var uncharged =
                List.of(new Expected(60, ActivityType.OTHER, DAY, List.of(), "An hour on the Lee will", false, false));

        var accuracy = counted(uncharged, List.of(found(60, "An hour", 0.9)));

        assertThat(accuracy.alarms()).isEqualTo(1);
        assertThat(accuracy.labelled()).isZero();
        assertThat(accuracy.billable()).isZero();
    }

    @Test
    void countsTheFieldsOfWhatWasFoundOnly() {
        var accuracy = counted(
                List.of(expected(60, "An hour on the Lee will"), expected(30, "a few hours")),
                List.of(found(60, "An hour", 0.9)));

        assertThat(accuracy.type()).isEqualTo(1);
        assertThat(accuracy.date()).isEqualTo(1);
        assertThat(accuracy.matter()).isEqualTo(1);
    }

    @Test
    void measuresHowFarConfidenceIsFromTruth() {
        var accuracy = counted(
                List.of(expected(60, "An hour on the Lee will")),
                List.of(found(60, "An hour on the Lee will", 0.9), found(45, "the file", 0.5)));

        assertThat(accuracy.calibrationError()).isEqualTo((0.1 + 0.5) / 2, within(1e-9));
    }

    private static Accuracy counted(List<Expected> labels, List<TimeMention> mentions) {
        var message = new SentMessage("", "", "", OffsetDateTime.parse("2026-03-10T17:00:00Z"), BodyFormat.PLAIN, BODY);
        return Accuracy.of(List.of(new Reading(new CorpusMessage("one", List.of("C1"), message, labels), mentions)));
    }

    private static Expected expected(double minutes, String quote) {
        return new Expected(minutes, ActivityType.DRAFTING, DAY, List.of("Lee Inc."), quote, true, false);
    }

    private static TimeMention found(int minutes, String quote, double confidence) {
        return new TimeMention(
                new Span(0, quote.length()),
                quote,
                minutes,
                ActivityType.DRAFTING,
                DAY,
                "the Lee matter",
                true,
                confidence,
                "",
                List.of());
    }
}
