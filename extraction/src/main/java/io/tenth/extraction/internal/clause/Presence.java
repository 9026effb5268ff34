package io.tenth.extraction.internal.clause;

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

    private Presence() {}

    static boolean isTold(Scene scene) {
        Predicate predicate = scene.predicate();
        Subject subject = predicate.subject();
        int verb = predicate.verb();
        int from = scene.amount().from();
        boolean own = subject == Subject.AUTHOR || subject == Subject.IMPLIED;
        return own
                && verb >= 0
                && verb < from
                && from - verb <= FARTHEST
                && isBeing(scene.tokens(), verb)
                && isPlace(scene.tokens(), verb + 1, from);
    }

    /** "was", "have been". */
    private static boolean isBeing(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.BE) && (tokens.is(verb, Tag.PAST) || tokens.is(verb - 1, Tag.HAVE));
    }

    /** "out at the yard", "with the registrar": a preposition with what it governs, and no other verb. */
    private static boolean isPlace(Tokens tokens, int from, int to) {
        boolean place = false;
        for (int i = from; i < to; i++) {
            if (!tokens.isWord(i) || tokens.isAny(i, OTHER_VERB)) {
                return false;
            }
            boolean there = tokens.is(i, Tag.AWAY) && !tokens.isAny(i + 1, Tag.LASTING, Tag.STARTS_AMOUNT);
            place |= i < to - 1 && (there || (tokens.is(i, Tag.PREPOSITION) && !tokens.is(i, Tag.LASTING)));
        }
        return place;
    }
}
