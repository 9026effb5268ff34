package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Collections;
import java.util.List;

/** Finds a figure that was written once more before the one that is corrected or charged anew: it is of the same time. */
final class EarlierFigures {

    /** How many amounts back it is sought. */
    private static final int FARTHEST = 12;

    private final Tokens tokens;

    EarlierFigures(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Once the neighbours are compared. */
    void replace(List<Testimony> all) {
        for (int i = 1; i < all.size(); i++) {
            if (!all.get(i).seen().contains(Evidence.REPLACED_FIGURE)) {
                continue;
            }
            if (isPointedAt(all.get(i).scene())) {
                replacePointed(all, i);
            } else if (all.get(i).seen().contains(Evidence.NOT_DONE)) {
                deny(all, i);
            }
        }
    }

    /** "those two hours forty". */
    private boolean isPointedAt(Scene scene) {
        return tokens.is(scene.amount().from() - 1, Tag.IT);
    }

    /** "Two hours forty at his table. Out of those two hours forty please charge two.": both are the time that is not charged. */
    private void replacePointed(List<Testimony> all, int place) {
        replaceOne(sameBefore(all, place, place), all.get(place));
    }

    /** "Osgood - call .3. Oops: the Osgood call was .2, not .3.": the denied figure is the one that was written before. */
    private void deny(List<Testimony> all, int place) {
        if (all.get(place - 1).seen().contains(Evidence.CORRECTED_FIGURE)) {
            replaceOne(sameBefore(all, place, place - 1), all.get(place));
        }
    }

    /** The only one, or the first that shares a name or a day with the figure. */
    private void replaceOne(List<Testimony> written, Testimony figure) {
        written.stream()
                .filter(earlier -> written.size() == 1 || sharesName(earlier.scene(), figure.scene()))
                .findFirst()
                .ifPresent(earlier -> earlier.seen().add(Evidence.REPLACED_FIGURE));
    }

    private static List<Testimony> sameBefore(List<Testimony> all, int place, int to) {
        return all.subList(Math.max(0, place - FARTHEST), to).stream()
                .filter(earlier -> isSameFigure(earlier, all.get(place)))
                .toList();
    }

    private static boolean isSameFigure(Testimony earlier, Testimony figure) {
        return earlier.scene().amount().minutes() == figure.scene().amount().minutes()
                && Collections.disjoint(earlier.seen(), Corrections.COMPARED);
    }

    /** Whether a name or a day of the one stands in the sentence of the other. */
    private boolean sharesName(Scene one, Scene other) {
        for (int i = one.sentence().from(); i < one.sentence().to(); i++) {
            boolean telling = tokens.isName(i) || tokens.is(i, Tag.WEEKDAY);
            for (int k = other.sentence().from();
                    telling && k < other.sentence().to();
                    k++) {
                if (tokens.small(k).equals(tokens.small(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
