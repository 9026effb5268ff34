package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * A number without a unit that ends an item of work: {@code read 1.3, con .6, advice 2.2}. It stands right behind words that name
 * work, closes its part, and no verb says what else it is.
 */
final class BareItem {

    /** What leads to another number than that of hours, or makes a sentence of the item. */
    private static final Tags LEADING = Tags.of(
            Tag.PREPOSITION,
            Tag.REFERENCE,
            Tag.AND,
            Tag.OR,
            Tag.SO,
            Tag.THE,
            Tag.ARTICLE,
            Tag.NEGATION,
            Tag.SAY,
            Tag.IT,
            Tag.SELF,
            Tag.OTHER,
            Tag.SUBORDINATOR,
            Tag.SUBORDINATOR_OR_NOT,
            Tag.MONEY,
            Tag.PLURAL_EVENT);

    private static final int MOST_MINUTES = 8 * 60;
    private static final int TENTH = 6;
    private static final int QUARTER = 15;

    private BareItem() {}

    static boolean isOne(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        int before = amount.from() - 1;
        boolean word = tokens.isWord(before) && !tokens.isAny(before, LEADING) && !isObject(scene);
        return word && isCharged(amount.minutes()) && isEnd(scene, amount.to()) && isOfWork(scene);
    }

    /** "I typed 5.1": what somebody wrote, rather than how long it took. */
    private static boolean isObject(Scene scene) {
        Predicate predicate = scene.predicate();
        return predicate.verb() == scene.amount().from() - 1 && predicate.subject() != Predicate.Subject.IMPLIED;
    }

    /** In tenths or quarters, and no more than a day. */
    private static boolean isCharged(int minutes) {
        return minutes <= MOST_MINUTES && (minutes % TENTH == 0 || minutes % QUARTER == 0);
    }

    private static boolean isEnd(Scene scene, int i) {
        return i >= scene.sentence().to()
                || scene.tokens().isOneOf(i, ".,;(")
                || scene.tokens().isBreak(i);
    }

    private static boolean isOfWork(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.share().from();
        int to = scene.amount().from();
        boolean told =
                tokens.has(from, to, Tag.BE) || tokens.has(from, to, Tag.HAVE) || tokens.has(from, to, Tag.MODAL);
        return tokens.has(from, to, Tag.WORK) && !told;
    }
}
