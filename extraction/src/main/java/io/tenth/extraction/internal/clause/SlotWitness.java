package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks for time of a calendar: a field of an invitation, an item of an agenda, a meeting that one has and has not had. */
final class SlotWitness implements Witness {

    private static final int LABEL_LINES = 4;
    private static final int MOST_MARKS = 8;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        boolean clock = scene.amount().is(Kind.CLOCK);
        boolean slot = clock && (isField(scene) || isHad(scene) || seen.contains(Evidence.MODAL_VERB));
        if (slot || isInvitation(scene) || isOnAgenda(scene)) {
            seen.add(Evidence.SLOT_IN_A_CALENDAR);
        }
    }

    /** "Time: 2:30 - 4:30": the label at the start of the line says that a time of day follows. */
    private static boolean isField(Scene scene) {
        return isLabelled(scene, scene.layout().lineOf(scene.amount().from()));
    }

    private static boolean isLabelled(Scene scene, int line) {
        Tokens tokens = scene.tokens();
        int first = scene.layout().start(line);
        int end = Math.min(first + MOST_MARKS, scene.layout().end(line));
        while (first < end && !tokens.isWord(first)) {
            first++;
        }
        return first < end && tokens.is(first, Tag.SLOT) && tokens.isMark(first + 1, ':');
    }

    /** Whether the labels of an invitation stand on the line and close to it: "Time: ..." above "Where: ...". */
    private static boolean isInvitation(Scene scene) {
        int line = scene.layout().lineOf(scene.amount().from());
        if (!isLabelled(scene, line)) {
            return false;
        }
        for (int near = Math.max(0, line - LABEL_LINES); near <= line + LABEL_LINES; near++) {
            if (near != line && near < scene.layout().lines() && isLabelled(scene, near)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOnAgenda(Scene scene) {
        Range heading = new Headings(scene.page()).overLine(scene);
        return scene.tokens().has(heading, Tag.AGENDA) || isOfAgenda(scene);
    }

    /** Whether the message is about an agenda, and the amount not what a verb of the past says of it: "the rota took me four hours". */
    private static boolean isOfAgenda(Scene scene) {
        Tokens subject = scene.page().subject();
        boolean told = scene.predicate().hasVerb()
                && scene.tokens().is(scene.predicate().verb(), Tag.PAST);
        return !told && subject.has(0, subject.size(), Tag.AGENDA);
    }

    /** "I have a call from 2 to 3", "I've got one", "there is one": the verb says that it stands in the calendar. */
    private static boolean isHad(Scene scene) {
        Tokens tokens = scene.tokens();
        int verb = scene.predicate().verb();
        boolean present = tokens.is(verb, Tag.PRESENT) || (tokens.is(verb, Tag.HAVE) && !tokens.is(verb, Tag.PAST));
        return scene.predicate().hasVerb()
                && verb < scene.amount().from()
                && present
                && tokens.isAny(verb, Tag.BE, Tag.HAVE, Tag.MODAL);
    }
}
