package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is charged of an amount that stands before it, and is counted in its unit without naming it: {@code dauerte 85
 * Minuten, abrechnen bitte nur 60}, {@code sette ore, gliene addebito cinque}, {@code aufgeschrieben werden zwei}, {@code bitte
 * nur zwei berechnen}.
 *
 * <p>Between the verb of charging and the number stand small words alone, and behind it nothing that it could count. Where it is
 * said as well who is charged, {@link ChargedCounts} reads it.
 */
final class ElidedCharges {

    private static final int MOST_SMALL = 5;
    private static final int RESET_LOOK = 5;
    private static final int MOST_HOURS = 24;
    private static final int FEWEST_MINUTES = 5;
    private static final int MOST_MINUTES = 240;

    /** How far before its minutes the hours of an amount stand: "2 Stunden und 20 Minuten". */
    private static final int HOURS_BESIDE = 4;

    private static final Tags SMALL = Tags.of(
            Tag.ADVERB,
            Tag.IT,
            Tag.OTHER,
            Tag.ME,
            Tag.SELF,
            Tag.REQUEST,
            Tag.APPROXIMATE,
            Tag.PARTITIVE,
            Tag.HOURS_LEAD,
            Tag.BE,
            Tag.MODAL,
            Tag.CEILING,
            Tag.RESET_TO);

    /** What stands right behind a number that counts nothing. */
    private static final Tags BEHIND =
            Tags.of(Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT, Tag.DATE_WORD, Tag.AND, Tag.RELATIVE);

    /** "facturé 2 €", "fattura due di marzo": what counts no hours. */
    private static final Tags NO_HOURS =
            Tags.of(Tag.MEASURE, Tag.MONEY, Tag.PERIOD, Tag.AM, Tag.PM, Tag.MONTH, Tag.O_CLOCK);

    private final Tokens tokens;
    private final Quantities quantities;
    private final Gapped gapped;

    ElidedCharges(Tokens tokens, Quantities quantities, Gapped gapped) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.gapped = gapped;
    }

    /** The amount at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        boolean begins = tokens.isNumber(i) || tokens.is(i, Tag.NUMBER);
        Quantity count = begins ? quantities.at(i) : null;
        if (count == null || count.value() <= 0 || isArticle(count) || !isCharged(count)) {
            return null;
        }
        double worth = worth(count, gapped.unitBefore(i));
        return worth == 0 ? null : new Amount(i, count.to(), Math.round(count.value() * worth), Amount.Kind.BARE);
    }

    /** "eine" is one or "a"; "una e mezza" is a number. */
    private boolean isArticle(Quantity count) {
        return tokens.is(count.from(), Tag.ARTICLE) && count.to() == count.from() + 1;
    }

    private boolean isCharged(Quantity count) {
        int end = isOnly(count.from() - 1) ? count.from() - 1 : count.from();
        int first = end;
        while (first > end - MOST_SMALL && isSmall(first - 1)) {
            first--;
        }
        boolean passive = tokens.isAny(first, Tag.BE, Tag.MODAL) && tokens.is(first - 1, Tag.BILLED);
        boolean order = isOrder(first - 1) && !tokens.is(end - 1, Tag.RESET_TO);
        boolean led = order || passive || isReset(count);
        return led ? closes(count.to()) : isChargedBehind(count, first);
    }

    /** The second half of "n'en comptez que trois". */
    private boolean isOnly(int i) {
        boolean denied = tokens.is(i - 2, Tag.ADVERB) || (tokens.is(i - 3, Tag.ADVERB) && tokens.isWord(i - 2));
        return tokens.is(i, Tag.RELATIVE) && tokens.is(i - 1, Tag.CHARGED) && denied;
    }

    private boolean isSmall(int i) {
        boolean joint = tokens.isTouching(i, '-') && tokens.touchesPrevious(i + 1) && tokens.isWord(i - 1);
        return joint || (tokens.isWord(i) && tokens.isAny(i, SMALL) && !tokens.isAny(i, Tag.CHARGED, Tag.BILLED));
    }

    /** "che arrotondiamo in Suo favore a 4", "que dejo en dos". */
    private boolean isReset(Quantity count) {
        int to = count.from() - 1;
        int verb = tokens.is(to, Tag.RESET_TO) ? tokens.find(to - RESET_LOOK, to, Tag.RESET) : -1;
        return verb >= 0 && !tokens.has(verb, to, Tag.WORK) && !tokens.is(verb - 1, Tag.NEGATION);
    }

    private boolean isOrder(int verb) {
        return tokens.is(verb, Tag.CHARGED)
                && !tokens.isAny(verb, Tag.NON_BILLABLE, Tag.WRITE_OFF)
                && !isToCome(verb)
                && !isByOthers(verb)
                && !tokens.is(verb - 1, Tag.NEGATION);
    }

    /** "their expert will charge us four". */
    private boolean isToCome(int verb) {
        return !tokens.language().has(Habit.VERB_LAST)
                && tokens.is(verb - 1, Tag.MODAL)
                && !tokens.is(verb - 2, Tag.SELF);
    }

    /** "they charge us two"; before the verb of a Romance language the pronoun may be whom it is charged to. */
    private boolean isByOthers(int verb) {
        return tokens.is(verb - 1, Tag.OTHER) && !tokens.language().has(Habit.NAME_BEHIND);
    }

    /** "bitte nur zwei berechnen", "mag je als drie factureren": the verb closes the clause. */
    private boolean isChargedBehind(Quantity count, int first) {
        int verb = count.to();
        boolean asked = tokens.has(first, count.from(), Tag.REQUEST) || tokens.has(first, count.from(), Tag.MODAL);
        return tokens.language().has(Habit.VERB_LAST)
                && isOrder(verb)
                && asked
                && !tokens.has(first, count.from(), Tag.NEGATION)
                && !tokens.isWord(verb + 1);
    }

    private boolean closes(int i) {
        if (tokens.isAny(i, NO_HOURS) || tokens.is(i, Tag.OF)) {
            return false;
        }
        boolean on = tokens.is(i, Tag.PREPOSITION) && (tokens.is(i, Tag.MATTER_LEAD) || !tokens.isWord(i + 1));
        boolean ends = tokens.isBreak(i) || (tokens.isOneOf(i, ",.;:)!?") && !tokens.isNumber(i + 1));
        return on || ends || tokens.isAny(i, BEHIND);
    }

    /** How many seconds each of the count has, where the unit stands at a token; 0 where it cannot be of that unit. */
    private double worth(Quantity count, int unit) {
        boolean hours = tokens.is(unit, Tag.HOUR)
                || (tokens.is(unit, Tag.MINUTE) && tokens.has(unit - HOURS_BESIDE, unit, Tag.HOUR));
        if (hours && count.value() <= MOST_HOURS) {
            return Units.HOUR;
        }
        boolean minutes = tokens.is(unit, Tag.MINUTE)
                && count.value() >= FEWEST_MINUTES
                && count.value() <= MOST_MINUTES
                && count.value() == Math.rint(count.value());
        return minutes ? Units.MINUTE : 0;
    }
}
