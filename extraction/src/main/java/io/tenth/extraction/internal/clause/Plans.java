package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells whether a word of planning or estimating before an amount is said of that amount. It is not where it names what was
 * worked on ({@code redrafting the option}, {@code call re estimated payments}), nor where it was said of an earlier figure
 * and a verb of the past leads to this one ({@code planned 3 h, took 4}).
 */
final class Plans {

    /** What leads to a noun. */
    private static final Tags BEFORE_A_NOUN =
            Tags.of(Tag.THE, Tag.ARTICLE, Tag.MINE, Tag.THEIR, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.OF);

    /** What stands in no object of a verb. */
    private static final Tags BEYOND_OBJECTS = Tags.of(
            Tag.SELF, Tag.OTHER, Tag.IT, Tag.AND, Tag.SUBORDINATOR, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.TO, Tag.TAKE);

    /** What is no noun that a word before it could describe. */
    private static final Tags NO_NOUNS = Tags.of(
            Tag.PREPOSITION,
            Tag.DATE_WORD,
            Tag.FINITE,
            Tag.TO,
            Tag.AND,
            Tag.SELF,
            Tag.OTHER,
            Tag.THE,
            Tag.ARTICLE,
            Tag.APPROXIMATE,
            Tag.ADVERB);

    /** What leads from a word to the figure that it is of: the estimate of four hours, quoted at four. */
    private static final Tags BEFORE_A_FIGURE =
            Tags.of(Tag.PREPOSITION, Tag.OF, Tag.APPROXIMATE, Tag.THE, Tag.ARTICLE, Tag.ADVERB, Tag.ESTIMATE);

    /** How far a verb reaches to a noun of its object. */
    private static final int OBJECT = 6;

    private final Scene scene;
    private final Tokens tokens;
    private final Amount amount;

    private Plans(Scene scene) {
        this.scene = scene;
        this.tokens = scene.tokens();
        this.amount = scene.amount();
    }

    /** Whether the amount is planned or estimated by a word of the range before it, or by the word right behind it. */
    static boolean isPlanned(Scene scene, Range before) {
        var plans = new Plans(scene);
        for (int i = before.from(); i < before.to(); i++) {
            boolean order = scene.tokens().phrase(i).has(Tag.CHARGED);
            if (scene.tokens().is(i, Tag.ESTIMATE) && !order && plans.isOfAmount(i)) {
                return true;
            }
        }
        int behind = scene.amount().to();
        return scene.tokens().is(behind, Tag.ESTIMATE) && !scene.tokens().is(behind, Tag.GERUND);
    }

    private boolean isOfAmount(int estimate) {
        return leadsToAmount(estimate) || !(isObject(estimate) || isDone(estimate) || isOvertaken(estimate));
    }

    /** "the estimate of four hours", "quoted at about four": nothing but small words between. */
    private boolean leadsToAmount(int estimate) {
        for (int i = estimate + 1; i < amount.from(); i++) {
            if (!tokens.isAny(i, BEFORE_A_FIGURE) && !tokens.isMark(i, ':')) {
                return false;
            }
        }
        return true;
    }

    /** "reread their consent proposal", "analysed reserved usage": a verb of work, or its event, has the word in its object. */
    private boolean isObject(int estimate) {
        if (isObjectOfLast(estimate)) {
            return true;
        }
        if (tokens.isAny(estimate - 1, Tag.PAST, Tag.WORK) && isDescriptive(estimate)) {
            return tokens.is(estimate - 1, Tag.PAST) && !tokens.isAny(estimate - 1, BEYOND_OBJECTS);
        }
        boolean led = false;
        for (int i = estimate - 1; i >= firstOfObject(estimate); i--) {
            led |= tokens.isAny(i, BEFORE_A_NOUN) || tokens.is(i, Tag.GERUND);
            if (led && isDeed(i)) {
                return true;
            }
        }
        return false;
    }

    /** "das Angebot geschrieben, 45 Minuten", "de raming opgesteld": where the verb stands behind its object. */
    private boolean isObjectOfLast(int estimate) {
        int verb = estimate + 1;
        return tokens.language().has(Habit.VERB_LAST)
                && verb < amount.from()
                && tokens.isAny(estimate - 1, BEFORE_A_NOUN)
                && tokens.is(verb, Tag.PAST)
                && (tokens.is(verb, Tag.WORK) || !tokens.isWord(verb + 1))
                && !tokens.isAny(verb, Tag.ESTIMATE, Tag.BE, Tag.HAVE);
    }

    /** How far back an object may begin that ends with the word. */
    private int firstOfObject(int estimate) {
        int first = estimate;
        while (first > Math.max(scene.clause().from(), estimate - OBJECT)
                && tokens.isWord(first - 1)
                && !tokens.isAny(first - 1, BEYOND_OBJECTS)) {
            first--;
        }
        return first;
    }

    private boolean isDeed(int i) {
        return tokens.isAny(i, Tag.WORK, Tag.GERUND, Tag.PAST);
    }

    private boolean isDescriptive(int estimate) {
        return tokens.isWord(estimate + 1) && !tokens.isAny(estimate + 1, NO_NOUNS);
    }

    /** "Listed the share certificates 1.1": a verb with an object of its own opens a line of a time sheet. */
    private boolean isDone(int estimate) {
        boolean object = tokens.isAny(estimate + 1, Tag.THE, Tag.MINE, Tag.THEIR);
        int before = amount.from() - 1;
        boolean parted = tokens.isOneOf(before, ",-(|/")
                || tokens.isCellStart(amount.from())
                || (tokens.isWord(before) && !tokens.isAny(before, BEFORE_A_FIGURE));
        return object && parted && scene.isBare() && isOpening(estimate);
    }

    private boolean isOpening(int i) {
        return i <= scene.clause().from()
                || tokens.isOneOf(i - 1, ",:;-(|/")
                || tokens.is(i - 1, Tag.HYPHEN)
                || tokens.isCellStart(i);
    }

    /** "planned 3 h, took 4": the word is said of an earlier figure, and a verb of the past behind both leads to this one. */
    private boolean isOvertaken(int estimate) {
        if (scene.index() == 0) {
            return false;
        }
        Amount earlier = scene.page().amounts().get(scene.index() - 1);
        if (earlier.from() < scene.sentence().from()) {
            return false;
        }
        for (int i = Math.max(earlier.to(), estimate + 1); i < amount.from(); i++) {
            if (isFact(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFact(int i) {
        boolean past = tokens.is(i, Tag.PAST) || (tokens.is(i, Tag.BE) && !tokens.is(i, Tag.PRESENT));
        boolean thought =
                tokens.isAny(i, Tag.ESTIMATE, Tag.MODAL, Tag.PRESENT) || tokens.isAny(i - 1, Tag.MODAL, Tag.TO);
        return (past || tokens.isAny(i, Tag.ACTUAL, Tag.FINISH)) && !thought;
    }
}
