package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells decimals of an hour that are told as they are said: {@code point three for the call}, {@code that was point four}, {@code
 * add point two to Harrow}.
 *
 * <p>Points of lists and letters are numbered with the same words, so that it needs a verb that only time or a charge has, or
 * what the time was for.
 */
final class SpokenTenths {

    private static final int MOST_HOURS = 12;

    /** How far behind it is looked for what has numbered points, and how far before it for another that is told so. */
    private static final int LOOK = 5;

    private static final int LIST = 24;

    /** How long the clause behind it is, in which a verb would make a subject of it. */
    private static final int CLAUSE = 12;

    private static final Tags SMALL = Tags.of(Tag.ADVERB, Tag.APPROXIMATE, Tag.ME, Tag.FURTHER);

    private static final Tags SPENT = Tags.of(Tag.TAKE, Tag.SPEND, Tag.SAY);

    /** What it was: "that was", "it's", "the call was". */
    private static final Tags TOLD = Tags.of(Tag.IT, Tag.THE, Tag.WORK);

    private static final Tags HAS_POINTS = Tags.of(Tag.AGENDA, Tag.REFERENCE, Tag.DRAFTING, Tag.HOUR, Tag.MINUTE);

    private static final Tags OWN_CLAUSE = Tags.of(Tag.SELF, Tag.OTHER, Tag.RELATIVE, Tag.SUBORDINATOR);

    private static final Tags VERBS = Tags.of(Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PRESENT);

    private final Tokens tokens;

    /** One past the last that was told so. */
    private int latest = -LIST;

    SpokenTenths(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether it is one; asked in the order of the text. */
    boolean areHours(Quantity number) {
        boolean hours = isDecimal(number) && (isItem(number) || isTold(number) || isCharged(number));
        latest = hours ? number.to() : latest;
        return hours;
    }

    private boolean isDecimal(Quantity number) {
        return tokens.has(number.from(), number.to(), Tag.POINT) && number.value() > 0 && number.value() <= MOST_HOURS;
    }

    /** "Point three for the call", "also point three for the call", and behind one of them "point two on the reply". */
    private boolean isItem(Quantity number) {
        int lead = number.from() - 1;
        boolean next = latest > number.from() - LIST && (tokens.is(lead, Tag.AND) || opens(lead));
        if (!next && !opens(lead)) {
            return false;
        }
        int end = number.to();
        boolean on = isOn(end) && (next || !tokens.isMark(lead, ','));
        return (on || tokens.is(end, Tag.LASTING)) && !hasPoints(end) && !hasVerb(end);
    }

    private boolean opens(int lead) {
        return tokens.isBreak(lead) || tokens.isOneOf(lead, ".:;,(") || tokens.is(lead, Tag.FURTHER);
    }

    private boolean isOn(int i) {
        return tokens.is(i, Tag.PREPOSITION) && tokens.is(i, Tag.MATTER_LEAD) && !tokens.isAny(i, Tag.TO, Tag.OF);
    }

    /** "that was point four", "it took me point five", "I'd say point five for the call". */
    private boolean isTold(Quantity number) {
        int verb = number.from() - 1;
        while (verb >= 0 && tokens.isAny(verb, SMALL) && !tokens.isAny(verb, SPENT)) {
            verb--;
        }
        boolean was = tokens.is(verb, Tag.BE) && (tokens.isAny(verb - 1, TOLD) || tokens.is(verb, Tag.PRESENT));
        return (was || tokens.isAny(verb, SPENT) || isCalled(verb)) && (ends(number.to()) || isOfWork(number.to()));
    }

    /** "call it point four", "make that point four". */
    private boolean isCalled(int it) {
        return tokens.isAny(it, Tag.IT, Tag.THE) && (tokens.is(it, Tag.CORRECTION) || tokens.is(it - 1, Tag.CALL));
    }

    /** "Add point three to the Orme file", "put point seven on Lindqvist", "bill another point two". */
    private boolean isCharged(Quantity number) {
        int verb = number.from() - 1;
        while (verb >= 0 && tokens.isAny(verb, Tag.FURTHER, Tag.ADVERB, Tag.IT) && !tokens.is(verb, Tag.BILL)) {
            verb--;
        }
        int end = number.to();
        return tokens.is(verb, Tag.BILL)
                && (isOfWork(end) || isNamed(end) || (ends(end) && tokens.is(verb, Tag.CHARGED)));
    }

    private boolean isNamed(int i) {
        int name = tokens.is(i + 1, Tag.THE) ? i + 2 : i + 1;
        return tokens.is(i, Tag.PREPOSITION) && tokens.isName(name);
    }

    private boolean isOfWork(int i) {
        return (tokens.is(i, Tag.LASTING) || isOn(i)) && !hasPoints(i);
    }

    private boolean ends(int i) {
        return tokens.isBreak(i) || tokens.isOneOf(i, ".,;)!") || tokens.is(i, Tag.AND);
    }

    /** Whether the words behind it name what has points: an agenda, a letter; "for the letter" is what was done. */
    private boolean hasPoints(int i) {
        boolean purpose = tokens.is(i, Tag.LASTING);
        for (int next = i + 1; next < i + LOOK && tokens.isWord(next); next++) {
            if (tokens.isAny(next, HAS_POINTS) && !(purpose && tokens.is(next, Tag.DRAFTING))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb follows whose subject it would be: "point two for discussion is the lease". */
    private boolean hasVerb(int from) {
        for (int i = from; i < from + CLAUSE && tokens.isWord(i) && !tokens.isAny(i, OWN_CLAUSE); i++) {
            if (tokens.isAny(i, VERBS)) {
                return true;
            }
        }
        return false;
    }
}
