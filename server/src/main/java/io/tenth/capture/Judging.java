package io.tenth.capture;

import io.tenth.model.Trouble;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a scan has fared with the language model.
 *
 * @param judged passages on which it has said something
 * @param unjudged passages on which it was wanted and has not
 * @param trouble why the latest of these were not judged; null where all were
 */
public record Judging(int judged, int unjudged, @Nullable Trouble trouble) {

    /** Nobody was asked. */
    public static final Judging NONE = new Judging(0, 0, null);

    static Judging of(List<Finding.Analysed> analysed) {
        var sum = NONE;
        for (var finding : analysed) {
            for (var found : finding.found()) {
                sum = sum.plus(found.consultation());
            }
            for (var leftOut : finding.leftOut()) {
                sum = sum.plus(leftOut.consultation());
            }
        }
        return sum;
    }

    private Judging plus(Consultation consultation) {
        return switch (consultation) {
            case Consultation.Unasked no -> this;
            case Consultation.Answered answered -> new Judging(judged + 1, unjudged, trouble);
            case Consultation.Unanswered none -> new Judging(judged, unjudged + 1, none.trouble());
        };
    }

    /** What its owner should know; empty where nobody was asked. */
    public Optional<String> sentence() {
        if (judged + unjudged == 0) {
            return Optional.empty();
        }
        var said = "The language model has judged " + judged + " of " + (judged + unjudged)
                + (judged + unjudged == 1 ? " passage" : " passages") + " of which Tenth was unsure.";
        return Optional.of(
                trouble == null
                        ? said
                        : said + " Of the rest, Tenth's own answer stands: " + trouble.words()
                                + ". The model is asked again about what is proposed.");
    }
}
