package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Evidence;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.HashSet;
import java.util.Set;

/** The amounts taken so far, against which a later one may be their sum or one of them again. */
final class Ledger {

    private final Set<Integer> lengths = new HashSet<>();
    private int entries;
    private int minutes;

    void take(Testimony testimony) {
        lengths.add(testimony.scene().amount().minutes());
        entries++;
        minutes += testimony.scene().amount().minutes();
    }

    void compare(Testimony testimony) {
        Scene scene = testimony.scene();
        if (isTotal(scene)) {
            testimony.seen().add(Evidence.TOTAL_OF_LINES);
        }
        if (isRepeated(scene)) {
            testimony.seen().add(Evidence.SAID_BEFORE);
        }
    }

    private boolean isTotal(Scene scene) {
        Tokens tokens = scene.tokens();
        boolean named = tokens.has(scene.sentence(), Tag.TOTAL);
        boolean sum = entries > 1 && Math.abs(scene.amount().minutes() - minutes) <= 1;
        boolean work = tokens.has(scene.clause(), Tag.WORK);
        return (sum && (named || !work)) || (named && !work && entries > 0);
    }

    /** "the 3 hours on the audit": pointed at, and said before. */
    private boolean isRepeated(Scene scene) {
        Amount amount = scene.amount();
        boolean pointed = scene.tokens().isAny(amount.from() - 1, Tag.THE)
                || (scene.tokens().is(amount.from() - 2, Tag.THE)
                        && !scene.tokens().isMark(amount.from() - 1, ','));
        return pointed && lengths.contains(amount.minutes());
    }
}
