package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/** Tells whether the author was somewhere, or with somebody, for an amount of time: {@code I was out at the yard for two hours}. */
final class Presence {

    /** How far the amount stands behind the verb, in tokens. */
    private static final int FARTHEST = 9;

    /** What makes the verb another one: "was asked to", "was going". */
    private static final Tags OTHER_VERB = Tags.of(Tag.PAST, Tag.GERUND, Tag.SPEND, Tag.TAKE, Tag.MODAL, Tag.NEGATION);

    /** What tells a place of work from "in bed", "at lunch with friends", "in line". */
    private static final Tags KNOWN = Tags.of(Tag.THE, Tag.THEIR, Tag.ROLE, Tag.TITLE, Tag.MEETING, Tag.CALL);

    /** What stands before a length of time. */
    private static final Tags LENGTH = Tags.of(Tag.LASTING, Tag.APPROXIMATE);

    private Presence() {}

    static boolean isTold(Scene scene) {
        Predicate predicate = scene.predicate();
        Subject subject = predicate.subject();
        int verb = predicate.verb();
        int from = scene.amount().from();
        int since = behindEarlier(scene, verb);
        boolean own = subject == Subject.AUTHOR || subject == Subject.IMPLIED;
        return own
                && verb >= 0
                && verb < from
                && from - since <= FARTHEST
                && isBeing(scene.tokens(), verb)
                && isPlace(scene.tokens(), since, from)
                && (scene.amount().is(Kind.CLOCK) || scene.tokens().isAny(from - 1, LENGTH));
    }

    /** One past the verb, or past the amounts that it has before this one: "was with the bank for an hour and with the clerk for two". */
    private static int behindEarlier(Scene scene, int verb) {
        Amount earlier = scene.index() > 0 ? scene.page().amounts().get(scene.index() - 1) : null;
        if (earlier == null || earlier.from() <= verb) {
            return verb + 1;
        }
        Tokens tokens = scene.tokens();
        int joint = tokens.isMark(earlier.to(), ',') ? earlier.to() + 1 : earlier.to();
        int phrase = tokens.is(joint, Tag.AND) ? joint + 1 : joint;
        boolean next = phrase > earlier.to() && tokens.isAny(phrase, Tag.ADVERB, Tag.PREPOSITION);
        return next ? phrase : verb + 1;
    }

    /** "was", "have been". */
    private static boolean isBeing(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.BE) && (tokens.is(verb, Tag.PAST) || tokens.is(verb - 1, Tag.HAVE));
    }

    /** "out at the yard", "with the registrar": a preposition with a place or a person that the reader knows, and no other verb. */
    private static boolean isPlace(Tokens tokens, int from, int to) {
        boolean place = false;
        boolean known = false;
        for (int i = from; i < to; i++) {
            if (!tokens.isWord(i) || tokens.isAny(i, OTHER_VERB)) {
                return false;
            }
            place |= i < to - 2 && tokens.is(i, Tag.PREPOSITION) && !tokens.is(i, Tag.LASTING);
            known |= place && (tokens.isAny(i, KNOWN) || tokens.isName(i));
        }
        return known;
    }
}
