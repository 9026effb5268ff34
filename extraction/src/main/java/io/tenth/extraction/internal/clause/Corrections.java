package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Compares neighbouring amounts where one takes the place of the other: {@code 0.5, not 1.5}, {@code I had 3.5, it should be
 * 2.5}, {@code took 3.0, bill 2.0}.
 */
final class Corrections {

    private static final int FARTHEST = 30;

    /** What the wording of a correction looks like without being meant: "it should be 2.5". */
    private static final Set<Evidence> TALK = EnumSet.of(
            Evidence.FUTURE_OR_HYPOTHETICAL,
            Evidence.NOT_DONE,
            Evidence.NOT_WORK,
            Evidence.POINTED_AT,
            Evidence.PERSONAL_TIME,
            Evidence.GOING_ON,
            Evidence.BURIED_NUMBER,
            Evidence.GENERAL_OR_COMPARISON);

    private final Tokens tokens;

    Corrections(Page page) {
        this.tokens = page.tokens();
    }

    void compare(List<Testimony> all) {
        for (int i = 0; i + 1 < all.size(); i++) {
            Testimony first = all.get(i);
            Testimony second = all.get(i + 1);
            int gap = second.scene().amount().from() - first.scene().amount().to();
            if (gap <= FARTHEST && !first.seen().contains(Evidence.REPLACED_FIGURE)) {
                compare(first, second);
            }
        }
    }

    private void compare(Testimony first, Testimony second) {
        int from = first.scene().amount().to();
        int to = second.scene().amount().from();
        boolean sameSentence = first.scene().sentence().covers(to);
        if (sameSentence && denies(from, to)) {
            replace(second, first);
        } else if (corrects(first.scene(), second.scene(), sameSentence)) {
            replace(first, second);
        } else if (sameSentence && charges(from, to)) {
            charge(first, second);
        }
    }

    /** "0.5, not 1.5", "0.3 instead of 0.8", ".4, I had typed 1.4". */
    private boolean denies(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Tag.SUPERSEDING) && to - i <= 4) {
                return true;
            }
        }
        return (tokens.is(to - 2, Tag.HAVE) && tokens.is(to - 3, Tag.SELF))
                || (tokens.is(to - 1, Tag.HAVE) && tokens.is(to - 2, Tag.SELF) && tokens.is(to - 1, Tag.PAST));
    }

    /** "It should be 2.5", "Make it 5.1", "It was really 1.8", "no, 1 1/4 hrs". */
    private boolean corrects(Scene first, Scene second, boolean sameSentence) {
        int from = first.amount().to();
        int to = second.amount().from();
        if (tokens.is(to - 2, Tag.NEGATION) && tokens.isMark(to - 1, ',')) {
            return true;
        }
        boolean said = tokens.has(Math.max(from, second.sentence().from()), to, Tag.CORRECTION);
        boolean announced = tokens.has(first.sentence().from(), from, Tag.CORRECTION) && tokens.has(from, to, Tag.BE);
        return sameSentence
                ? said || announced
                : said && tokens.has(second.sentence().from(), to, Tag.IT);
    }

    private boolean charges(int from, int to) {
        int verb = tokens.find(from, to, Tag.CHARGED);
        return (verb >= 0 && to - verb <= 3) || (tokens.is(to - 1, Tag.SO) && tokens.isMark(to - 2, ','));
    }

    private static void charge(Testimony worked, Testimony charged) {
        if (worked.scene().amount().minutes() == charged.scene().amount().minutes()) {
            charged.seen().add(Evidence.SAID_BEFORE);
        } else {
            charged.seen().addAll(worked.seen());
            charged.seen().add(Evidence.CHARGED_FIGURE);
            worked.seen().add(Evidence.REPLACED_FIGURE);
        }
    }

    private static void replace(Testimony old, Testimony current) {
        current.seen().addAll(old.seen());
        current.seen().removeAll(TALK);
        current.seen().add(Evidence.CORRECTED_FIGURE);
        old.seen().add(Evidence.REPLACED_FIGURE);
    }
}
