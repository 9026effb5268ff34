package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.Context;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.internal.attribution.NamesOfMessage.Candidate;
import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.model.LinearModel.Sum;
import io.tenth.extraction.internal.score.Verdict;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client or matter of work: the author's own directory first, else the name of the message for which most speaks, as
 * learnt from labelled mail; none where too little speaks for any.
 */
final class Matters {

    private static final LinearModel MODEL = LinearModel.read("matter.model");

    /** Names without any doubt are few: a message that names one client only means that one more often than not. */
    private static final double LEAST = -1.5;

    private final Directory directory;
    private final @Nullable NamesOfMessage names;

    /** The only known matter of the subject, or of the body. */
    private final @Nullable String known;

    Matters(SentMessage message, Context context, List<Verdict> verdicts) {
        directory = new Directory(context.matters());
        Page page = verdicts.isEmpty()
                ? null
                : verdicts.getFirst().testimony().scene().page();
        names = page == null ? null : new NamesOfMessage(page, message.to());
        String titled = page == null ? null : directory.only(page.subject());
        known = page == null || titled != null ? titled : directory.only(page.tokens());
    }

    @Nullable
    String of(Scene scene) {
        String listed = known(scene);
        return listed != null ? listed : likeliest(scene);
    }

    private @Nullable String likeliest(Scene scene) {
        Mention best = null;
        double most = LEAST;
        for (Candidate<Sum> candidate : names == null ? List.<Candidate<Sum>>of() : names.of(scene, MODEL::sum)) {
            double odds = candidate.signs().odds()[0];
            if (odds > most) {
                most = odds;
                best = candidate.mention();
            }
        }
        return best == null ? null : best.text();
    }

    private @Nullable String known(Scene scene) {
        if (directory.isEmpty()) {
            return null;
        }
        Tokens tokens = scene.tokens();
        int at = scene.amount().from();
        var row = new Range(scene.layout().rowStart(at), at);
        var headings = new Headings(scene.page());
        for (Range place : List.of(
                scene.share(),
                scene.clause(),
                row,
                scene.sentence(),
                headings.above(scene),
                headings.overLine(scene))) {
            String name = directory.nearest(tokens, place, at);
            if (name != null) {
                return name;
            }
        }
        return known;
    }
}
