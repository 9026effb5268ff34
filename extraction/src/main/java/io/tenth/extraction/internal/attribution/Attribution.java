package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.Context;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.Span;
import io.tenth.extraction.TimeExtractor;
import io.tenth.extraction.TimeMention;
import io.tenth.extraction.internal.clause.Evidence;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.score.Verdict;
import io.tenth.extraction.internal.text.OwnText;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says of each verdict what kind of work it is, of which day, for whom, whether it is charged, and where it stands. */
public final class Attribution {

    private final OwnText own;
    private final WorkDay days;
    private final Matters matters;
    private final Charge charge;

    private Attribution(SentMessage message, Context context, OwnText own, List<Verdict> verdicts) {
        this.own = own;
        this.days = new WorkDay(Dates.daySent(message.sentAt()));
        this.matters = new Matters(message, context, verdicts);
        this.charge = new Charge();
    }

    /** The mentions of a message, in the order of their place in the body. What is not taken has no say in what is. */
    public static List<TimeMention> of(SentMessage message, Context context, OwnText own, List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return List.of();
        }
        List<Verdict> taken = new ArrayList<>(verdicts);
        taken.removeIf(verdict -> !verdict.isTaken());
        List<TimeMention> mentions = new Attribution(message, context, own, taken).mentions(taken);
        if (taken.size() < verdicts.size()) {
            List<TimeMention> others = new Attribution(message, context, own, verdicts).mentions(verdicts);
            others.removeIf(TimeExtractor::takes);
            mentions.addAll(others);
            mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
        }
        return mentions;
    }

    private List<TimeMention> mentions(List<Verdict> verdicts) {
        List<TimeMention> mentions = new ArrayList<>(verdicts.size());
        for (Verdict verdict : verdicts) {
            mentions.add(mention(verdict));
        }
        return mentions;
    }

    private TimeMention mention(Verdict verdict) {
        Scene scene = verdict.testimony().scene();
        Span span = own.evidence(
                quoted(verdict.testimony()),
                place(scene.tokens(), scene.amount().from(), scene.amount().to()));
        ActivityType type = WorkKind.of(verdict.testimony().scene());
        boolean billable = charge.isBillable(verdict.testimony());
        return new TimeMention(
                span,
                own.quote(span),
                scene.amount().minutes(),
                type,
                days.of(scene),
                billable || !charge.isInternal(scene) ? matters.of(scene) : null,
                billable,
                verdict.confidence(),
                Description.of(scene),
                verdict.reasons());
    }

    /** The share of the clause; the amount always among it. */
    private static Span quoted(Testimony testimony) {
        Scene scene = testimony.scene();
        boolean compared = testimony.seen().contains(Evidence.CORRECTED_FIGURE)
                || testimony.seen().contains(Evidence.CHARGED_FIGURE);
        int from = Math.min(
                (compared ? scene.sentence() : scene.share()).from(),
                scene.amount().from());
        int to = Math.max(scene.share().to(), scene.amount().to());
        return place(scene.tokens(), from, to);
    }

    private static Span place(Tokens tokens, int from, int to) {
        return new Span(tokens.start(from), tokens.end(to - 1));
    }
}
