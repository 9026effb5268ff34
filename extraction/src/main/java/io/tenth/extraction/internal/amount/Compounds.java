package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads what follows a unit and belongs to its amount: "and a half", "20 min", "fifteen", ", ten minutes and 5 seconds". */
final class Compounds {

    private static final int MOST_PARTS = 6;
    private static final int FEWEST_BARE_MINUTES = 5;

    /** How far back the number before the one of a list in a line is looked for. */
    private static final int ITEM = 30;

    /** How far behind minutes a word is looked for that makes a pause of them. */
    private static final int PAUSE_LOOK = 5;

    /** What no number counts that stands before it. */
    private static final Tags NOTHING_COUNTED = Tags.of(
            Tag.PREPOSITION,
            Tag.AND,
            Tag.DATE_WORD,
            Tag.GERUND,
            Tag.SUBORDINATOR,
            Tag.SUBORDINATOR_OR_NOT,
            Tag.ADVERB,
            Tag.PAST,
            Tag.SPEND,
            Tag.SELF,
            Tag.EACH,
            Tag.EACH_WAY,
            Tag.SPOKEN_MARK,
            Tag.UNCOUNTED,
            Tag.BE,
            Tag.HAVE,
            Tag.IT,
            Tag.THE,
            Tag.REQUEST,
            Tag.TOTAL);

    private final Tokens tokens;
    private final Quantities quantities;
    private final Units units;

    Compounds(Tokens tokens, Quantities quantities, Units units) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.units = units;
    }

    /**
     * The smaller parts behind a unit, in seconds, or null.
     *
     * @param unit where the unit stands
     * @param worth how many seconds it has
     * @param hyphenated whether the parts must be attributes too: "a 1-hour, 20-minute call"
     */
    @Nullable
    Quantity rest(int unit, double worth, boolean hyphenated) {
        Quantity whole = null;
        double above = worth;
        int to = units.end(unit);
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            Quantity part = part(to, above, hyphenated);
            if (part == null) {
                return whole;
            }
            whole = new Quantity(to, part.to(), part.value() + (whole == null ? 0 : whole.value()));
            to = part.to();
            above = units.anyWorth(unitBefore(to));
            if (above == 0) {
                return whole;
            }
        }
        return whole;
    }

    private int unitBefore(int to) {
        return tokens.isMark(to - 1, '.') ? to - 2 : to - 1;
    }

    private @Nullable Quantity part(int i, double above, boolean hyphenated) {
        Quantity fraction = hyphenated ? null : fractionOf(i, above);
        return fraction != null ? fraction : smaller(i, above, hyphenated);
    }

    /** "and a half", "and three quarters" of the unit before it; "an hour and a half a day" is no half of a day. */
    private @Nullable Quantity fractionOf(int i, double above) {
        Quantity part = partBehind(i);
        if (part == null) {
            return null;
        }
        int of = tokens.is(part.to(), Tag.OF) ? part.to() + 1 : part.to();
        double worth = units.anyWorth(units.place(tokens.is(of, Tag.ARTICLE) ? of + 1 : part.to()));
        boolean ofAnother = worth > 0 && worth <= above;
        return ofAnother ? null : new Quantity(i, part.to(), part.value() * above);
    }

    /** "and a half", "½" behind its unit, "une heure un quart". */
    private @Nullable Quantity partBehind(int i) {
        Numeral sign = tokens.numeral(i);
        if (sign.is(Shape.POINT) && sign.firstDigits() == 0 && sign.secondDigits() == 0) {
            return new Quantity(i, i + 1, sign.value());
        }
        if (tokens.is(i, Tag.AND) && quantities.isProper(i + 1)) {
            return new Quantity(i, i + 2, tokens.numeral(i + 1).value());
        }
        boolean counted = tokens.is(i, Tag.ARTICLE) || (tokens.is(i, Tag.NUMBER) && tokens.is(i + 1, Tag.CLOCK_PART));
        return counted ? quantities.countedFraction(i) : quantities.andPart(i);
    }

    private @Nullable Quantity smaller(int i, double above, boolean hyphenated) {
        int from = joined(i);
        Quantity number = quantities.at(from);
        boolean apart = from == i && tokens.is(from, Tag.ARTICLE);
        return number == null || apart || isPause(from, number) ? null : smaller(i, number, above, hyphenated);
    }

    private @Nullable Quantity smaller(int i, Quantity number, double above, boolean hyphenated) {
        int unit = units.place(number.to());
        double worth = units.anyWorth(unit);
        if (worth > 0) {
            return isOfOneForm(number, unit, hyphenated) && isPart(number, worth, above, i == number.from())
                    ? new Quantity(i, units.end(unit), number.value() * worth)
                    : null;
        }
        return !hyphenated && above == Units.HOUR && isBareMinutes(i, number)
                ? new Quantity(i, number.to(), number.value() * Units.MINUTE)
                : null;
    }

    /** "dos horas con diez minutos de pausa": a word for "with" joins minutes, unless they were off. */
    private boolean isPause(int from, Quantity number) {
        return tokens.is(from - 1, Tag.LESS) && tokens.has(number.to(), number.to() + PAUSE_LOOK, Tag.PAUSE);
    }

    /** Whether it is an attribute as the unit before it is: "a 2 hour and 30 minute call". */
    private boolean isOfOneForm(Quantity number, int unit, boolean attributive) {
        boolean hyphen = units.isHyphen(number.to());
        return attributive ? hyphen || tokens.is(unit, Tag.SINGULAR_UNIT) : !hyphen;
    }

    /** One past what may join two parts: "and", a comma, both, or a sign without blanks. */
    private int joined(int i) {
        int from = tokens.isMark(i, ',') && !tokens.isCellStart(i + 1) ? i + 1 : i;
        if (tokens.isAny(from, Tag.AND, Tag.WITH_MINUTES)) {
            return from + 1;
        }
        boolean sign = tokens.isOneOf(i, ":-+") && tokens.touchesPrevious(i + 1);
        return sign ? i + 1 : from;
    }

    /** Whether it is smaller than the unit before it, as the parts of one amount are; an inspection takes any order. */
    private boolean isPart(Quantity number, double worth, double above, boolean adjacent) {
        boolean ofWork = worth < Units.HOUR && worth != Units.TENTH;
        boolean fits = number.value() * worth < above || tokens.touchesPrevious(number.from());
        boolean descends = worth < above && fits && (units.areAll() || ofWork);
        return descends || (units.areAll() && adjacent && worth > above);
    }

    /** "1h30", "2 hrs 40", "one hour fifteen", "an hour fifty up": no unit of its own, nor a word that makes it a count. */
    private boolean isBareMinutes(int i, Quantity minutes) {
        boolean comma = tokens.isMark(i, ',');
        boolean whole = minutes.value() >= FEWEST_BARE_MINUTES
                && minutes.value() < 60
                && minutes.value() == Math.rint(minutes.value());
        boolean glued = tokens.isNumber(i) && tokens.touchesPrevious(i);
        return whole && !comma && isWrittenAsMinutes(minutes) && (glued || closes(minutes.to()));
    }

    private boolean isWrittenAsMinutes(Quantity minutes) {
        int i = minutes.from();
        if (tokens.isNumber(i)) {
            return tokens.numeral(i).firstDigits() == 2 || isFive(minutes);
        }
        return !tokens.is(i, Tag.ARTICLE);
    }

    /** "1 hour 5.", "2 hours 5 went into it": one digit for minutes is rare, and rather the number of the next item where the one before it stands. */
    private boolean isFive(Quantity minutes) {
        int i = minutes.from();
        boolean counts = tokens.isWord(minutes.to()) && !tokens.isAny(minutes.to(), Tag.TAKE, Tag.BE);
        if (minutes.value() != FEWEST_BARE_MINUTES || counts) {
            return false;
        }
        for (int back = i - 1; back >= i - ITEM && !tokens.isBreak(back); back--) {
            if (tokens.isOneOf(back, ".)") && tokens.numeral(back - 1).value() == FEWEST_BARE_MINUTES - 1) {
                return false;
            }
        }
        return true;
    }

    /** "1 h 10 call", "2 u 45 opmeting": work in the singular is not counted, but "12 review comments" are. */
    private boolean isOneEvent(int i) {
        boolean first =
                tokens.isWord(i + 1) && !tokens.isAny(i + 1, NOTHING_COUNTED) && Manifold.isPlural(tokens, i + 1);
        return tokens.is(i, Tag.WORK) && !first && !tokens.is(i, Tag.PLURAL_EVENT) && !Manifold.isPlural(tokens, i);
    }

    /** "back-and-forth emails": joined by a hyphen, the word describes a noun. */
    private boolean isOfCompound(int i) {
        return tokens.isWord(i)
                && tokens.isTouching(i + 1, '-')
                && tokens.touchesPrevious(i + 2)
                && tokens.isWord(i + 2);
    }

    private boolean isClosingMark(int i) {
        return !tokens.isOneOf(i, "-%/$") && !(tokens.isMark(i, ':') && tokens.touchesPrevious(i + 1));
    }

    /** "mit zwei Stunden zwanzig notieren": the verb that closes the clause. */
    private boolean isLastOrder(int i) {
        return tokens.language().has(Habit.VERB_LAST) && tokens.is(i, Tag.BILL) && !tokens.isWord(i + 1);
    }

    private boolean ends(int i) {
        return tokens.isBreak(i) || tokens.isCellStart(i);
    }

    /** Whether a number that ends here counts nothing: no noun follows. */
    boolean closes(int i) {
        if (tokens.kind(i) == Tokens.Kind.MARK) {
            return isClosingMark(i);
        }
        if (tokens.is(i, Tag.MONTH) || isOfCompound(i)) {
            return false;
        }
        boolean described = tokens.is(i, Tag.UNIT_ADJECTIVE) && closes(i + 1);
        return described || ends(i) || isOneEvent(i) || isLastOrder(i) || tokens.isAny(i, NOTHING_COUNTED);
    }
}
