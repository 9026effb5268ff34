package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells which of two neighbouring amounts is what is charged of the other, where no verb of charging says so:
 * {@code 1.6 worked / 0.8 billed}, {@code reduced to 2.5}, {@code 1.6 at 50% - 0.8}.
 */
final class ChargedFigures {

    /** How close to each other two labelled figures stand. */
    private static final int FARTHEST = 8;

    /** The largest unit that time is rounded up to, in minutes. */
    private static final int ROUNDING = 15;

    private static final int RESET_LOOK = 5;
    private static final double HUNDRED = 100;
    private static final Tags SMALL = Tags.of(
            Tag.ADVERB,
            Tag.BE,
            Tag.MODAL,
            Tag.ME,
            Tag.OTHER,
            Tag.PARTITIVE,
            Tag.APPROXIMATE,
            Tag.RESET_TO,
            Tag.LASTING,
            Tag.SUBORDINATOR);

    /** Who pays, and on what. */
    private static final Tags PAYERS = Tags.of(Tag.CLIENT_HEADER, Tag.ACCOUNT);

    private static final Tags OF_ANOTHER =
            Tags.of(Tag.TITLE, Tag.POSSESSIVE, Tag.NEXT, Tag.TOMORROW, Tag.CONDITION, Tag.DATE_WORD, Tag.NEGATION);

    private final Tokens tokens;
    private final ChargeOrders orders;

    ChargedFigures(Tokens tokens, ChargeOrders orders) {
        this.tokens = tokens;
        this.orders = orders;
    }

    /** Whether the second can be what is charged of the first: not more, but for rounding it up to the unit. */
    static boolean isAtMost(Amount worked, Amount charged) {
        return charged.minutes() <= worked.minutes() + ROUNDING;
    }

    boolean isChargedOf(Scene worked, Scene charged, boolean sameSentence) {
        Amount first = worked.amount();
        Amount second = charged.amount();
        if (!isAtMost(first, second) || isSupposed(worked, charged)) {
            return false;
        }
        if (isReset(first, second) || isToBeBilled(worked, charged)) {
            return true;
        }
        return sameSentence && (isLabelled(first, second) || isBilled(first, second) || isPercentage(first, second));
    }

    /** "They will be billed three", "half an hour is to be charged": of nothing and nobody that was not told of with the work. */
    private boolean isToBeBilled(Scene worked, Scene charged) {
        boolean next = charged.sentence().from() - worked.sentence().to() <= 1;
        return ToBeBilled.isSaid(charged)
                && next
                && !tokens.has(charged.amount().to(), charged.share().to(), Tag.WORK)
                && !isOfAnother(ChargeOrders.between(worked, charged))
                && !orders.namesAnother(worked, charged);
    }

    /** A person or a thing of its own, or a time that is to come. */
    private boolean isOfAnother(Range range) {
        for (int i = range.from(); i < range.to(); i++) {
            boolean noun = tokens.isAny(i - 1, Tag.THE, Tag.THEIR, Tag.MINE) && !tokens.isAny(i, PAYERS);
            if (noun || tokens.isAny(i, OF_ANOTHER)) {
                return true;
            }
        }
        return false;
    }

    /** "If we rounded it to the quarter-hour": what is charged in a thought only. */
    private boolean isSupposed(Scene worked, Scene charged) {
        int from = Math.max(worked.amount().to(), charged.sentence().from());
        return tokens.has(from, charged.amount().from(), Tag.CONDITION);
    }

    /** "billed 1.5 (2.3 actual)", "billed at 0.5 although it took 0.9": the charged figure stands first. */
    boolean isWorkedOf(Scene charged, Scene worked) {
        Amount first = charged.amount();
        Amount second = worked.amount();
        if (isConceded(charged, worked)) {
            return true;
        }
        return first.minutes() < second.minutes()
                && second.from() - first.to() <= FARTHEST
                && (has(first, Tag.BILLED) || isBilledAt(charged))
                && isLabelled(second, Tag.ACTUAL)
                && !tokens.has(first.to(), second.from(), Tag.SELF);
    }

    /** "Bill one hour even though it took 75 minutes": behind an order, what was worked of nobody else. */
    private boolean isConceded(Scene first, Scene second) {
        int from = first.amount().to();
        int to = second.amount().from();
        int though = tokens.find(from, to, Tag.SUBORDINATOR);
        boolean it = tokens.has(from, to, Tag.IT);
        return though >= 0
                && to - from <= FARTHEST
                && first.amount().minutes() < second.amount().minutes()
                && !tokens.is(though, Tag.RELATIVE)
                && tokens.has(though, to, Tag.PAST)
                && orders.isOrdered(first)
                && (it || !orders.namesAnother(first, second));
    }

    /** "billed the call yesterday at 0.5". */
    private boolean isBilledAt(Scene charged) {
        int from = charged.amount().from();
        return tokens.is(from - 1, Tag.RESET_TO) && tokens.has(charged.clause().from(), from, Tag.BILLED);
    }

    /** "1.6 worked / 0.8 billed", "1.6 worked, 0.8 billable". */
    private boolean isLabelled(Amount first, Amount second) {
        boolean parted = tokens.isMark(second.from() - 1, '/') || isLabelled(first, Tag.ACTUAL);
        return parted && second.from() - first.to() <= FARTHEST && has(second, Tag.BILLED);
    }

    /** ", abgerechnet werden nur 3,5 Stunden": the participle that begins its part, and nothing but small words behind it. */
    private boolean isBilled(Amount first, Amount second) {
        int verb = second.from() - 1;
        while (verb > first.to() && !tokens.is(verb, Tag.BILLED) && tokens.isAny(verb, SMALL)) {
            verb--;
        }
        boolean leads = tokens.isOneOf(verb - 1, ",/(-;")
                || tokens.isAny(verb - 1, Tag.SUBORDINATOR, Tag.AND, Tag.HYPHEN)
                || tokens.isAny(verb - 1, Tag.BE, Tag.PARTITIVE, Tag.HOUR)
                || (tokens.is(verb + 1, Tag.LASTING) && tokens.is(verb - 1, Tag.PRESENT));
        return verb >= first.to() && tokens.is(verb, Tag.BILLED) && leads;
    }

    /** "reduced to 2.5", "let it go out as 4.5", "rounding it to six units". */
    private boolean isReset(Amount first, Amount second) {
        int to = second.from() - 1;
        while (to > first.to() && tokens.isAny(to, Tag.ADVERB, Tag.APPROXIMATE, Tag.THE)) {
            to--;
        }
        int verb = tokens.find(Math.max(first.to(), to - RESET_LOOK), to, Tag.RESET);
        boolean work = tokens.has(verb, to, Tag.WORK) && !tokens.phrase(verb).has(Tag.RESET);
        return tokens.is(to, Tag.RESET_TO) && verb >= 0 && !work;
    }

    /** "1.6 billed at 50% - 0.8". */
    private boolean isPercentage(Amount first, Amount second) {
        for (int i = first.to(); i < second.from(); i++) {
            if (tokens.isNumber(i) && tokens.isMark(i + 1, '%')) {
                double part = first.seconds() * tokens.numeral(i).value() / HUNDRED;
                return Math.abs(part - second.seconds()) <= HUNDRED;
            }
        }
        return false;
    }

    private boolean isLabelled(Amount amount, Tag tag) {
        return has(amount, tag) || (tokens.is(amount.to() + 1, tag) && tokens.isWord(amount.to()));
    }

    private boolean has(Amount amount, Tag tag) {
        int before = amount.from() - 1;
        return tokens.is(before, tag)
                || (tokens.is(before - 1, tag) && tokens.isWord(before))
                || tokens.is(amount.to(), tag);
    }
}
