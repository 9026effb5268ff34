package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Word;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads numbers: {@code 2.5}, {@code 1 1/4}, {@code two and a half}, {@code one hundred and twenty}, {@code a couple of}. */
final class Quantities {

    private static final double MOST_PARTS = 10;
    private static final double TENTHS = 10;

    private final Tokens tokens;

    /** What was asked last: all readers of amounts ask for the same number, one after the other. */
    private int asked = -1;

    private @Nullable Quantity answered;

    Quantities(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The number that begins at token {@code i}, or null. */
    @Nullable
    Quantity at(int i) {
        if (i != asked) {
            answered = read(i);
            asked = i;
        }
        return answered;
    }

    private @Nullable Quantity read(int i) {
        if (tokens.isNumber(i)) {
            return digits(i);
        }
        if (tokens.is(i, Tag.COUPLE)) {
            return couple(i, i);
        }
        if (tokens.is(i, Tag.ARTICLE)) {
            return article(i);
        }
        if (tokens.is(i, Tag.FRACTION)) {
            return fraction(i);
        }
        if (tokens.is(i, Tag.POINT)) {
            Quantity decimals = spokenDecimals(i, 0);
            return decimals == null ? null : new Quantity(i, decimals.to(), decimals.value());
        }
        return tokens.isAny(i, Tag.NUMBER, Tag.HUNDRED) ? words(i) : null;
    }

    private @Nullable Quantity digits(int i) {
        Numeral number = tokens.numeral(i);
        if (Double.isNaN(number.value())) {
            return null;
        }
        if (number.is(Shape.SLASH)) {
            return slash(i, number);
        }
        if (!number.is(Shape.WHOLE)) {
            return withoutBit(new Quantity(i, tokens.is(i + 1, Tag.OF) ? partitive(i + 1) : i + 1, number.value()));
        }
        if (tokens.is(i + 1, Tag.HUNDRED) && !tokens.is(i - 1, Tag.REFERENCE)) {
            return new Quantity(i, i + 2, number.value() * tokens.word(i + 1).value());
        }
        return withFraction(new Quantity(i, i + 1, number.value()));
    }

    /** {@code 3/4}. {@code 11/2} is one and a half, whose blank was lost; of what else is above one, nobody knows. */
    private @Nullable Quantity slash(int i, Numeral number) {
        int part = number.first() % 10;
        boolean mixed = number.firstDigits() == 2 && part > 0 && part < number.second() && number.second() <= 4;
        if (number.value() >= 1 && !mixed) {
            return null;
        }
        int whole = mixed ? number.first() / 10 : 0;
        double value = mixed ? whole + (double) part / number.second() : number.value();
        return new Quantity(i, partitive(i + 1), value);
    }

    private Quantity couple(int from, int i) {
        return new Quantity(from, tokens.is(i + 1, Tag.OF) ? i + 2 : i + 1, 2);
    }

    /** "a", "a couple of", "a half", "a quarter of an", "a dozen", "a further 20". */
    private @Nullable Quantity article(int i) {
        int next = i + 1;
        int number = tokens.is(next, Tag.UNIT_ADJECTIVE) ? next + 1 : next;
        if (tokens.is(number, Tag.COUPLE)) {
            return couple(i, number);
        }
        if (tokens.is(next, Tag.FRACTION)) {
            Quantity part = fraction(next);
            return part == null ? null : new Quantity(i, part.to(), part.value());
        }
        if (tokens.is(next, Tag.HUNDRED)) {
            Quantity many = new Quantity(i, next + 1, tokens.word(next).value());
            return withFraction(withSmaller(many));
        }
        if (tokens.isNumber(number) || tokens.is(number, Tag.NUMBER)) {
            Quantity further = at(number);
            return further == null ? null : new Quantity(i, further.to(), further.value());
        }
        return one(i);
    }

    /** "a", and "una e mezza", where the article is the number one as well. */
    private Quantity one(int i) {
        Quantity one = new Quantity(i, i + 1, 1);
        Quantity mixed = tokens.is(i, Tag.NUMBER) ? andFraction(one) : null;
        return mixed == null ? one : mixed;
    }

    /**
     * "half an", "quarter of an", "half a dozen". What can also be an ordinal needs the whole that it is a part of: "third
     * of an" hour, not the third hour.
     */
    private @Nullable Quantity fraction(int i) {
        double value = tokens.word(i).value();
        int to = partitive(tokens.isMark(i + 1, '-') ? i + 2 : i + 1);
        boolean plain = Math.rint(value * 4) == value * 4;
        if (!plain && !tokens.is(to - 1, Tag.ARTICLE)) {
            return null;
        }
        return tokens.is(to, Tag.HUNDRED)
                ? new Quantity(i, to + 1, value * tokens.word(to).value())
                : new Quantity(i, to, value);
    }

    /** One past "of an" or "an", which may stand between a fraction and its unit. */
    private int partitive(int i) {
        int to = tokens.is(i, Tag.OF) ? i + 1 : i;
        return tokens.is(to, Tag.ARTICLE) ? to + 1 : to;
    }

    /** "two", "twenty-five", "two and three quarter", "three quarters of an", "two point five". */
    private @Nullable Quantity words(int i) {
        Quantity whole = whole(i);
        int next = tokens.isMark(whole.to(), '-') ? whole.to() + 1 : whole.to();
        if (tokens.is(next, Tag.FRACTION) && whole.value() <= MOST_PARTS && !tokens.is(next, Tag.HALF_TO)) {
            return parts(whole, next);
        }
        Quantity mixed = besidePart(whole);
        if (mixed != null) {
            return mixed;
        }
        Quantity decimals = spokenDecimals(whole.to(), whole.value());
        return decimals != null ? new Quantity(i, decimals.to(), decimals.value()) : withFraction(whole);
    }

    /** "drei dreiviertel Stunden": a whole number and a part of one, each a word of its own before the unit; or null. */
    private @Nullable Quantity besidePart(Quantity whole) {
        double part =
                tokens.is(whole.to(), Tag.NUMBER) ? tokens.word(whole.to()).value() : 0;
        boolean mixed = part > 0 && part < 1 && whole.value() >= 1 && whole.value() <= MOST_PARTS;
        return mixed && tokens.is(whole.to() + 1, Tag.HOUR)
                ? new Quantity(whole.from(), whole.to() + 1, whole.value() + part)
                : null;
    }

    /** "three quarters of an", and "twee derde uur", which no ordinal has before its unit. */
    private Quantity parts(Quantity count, int fraction) {
        Quantity part = fraction(fraction);
        if (part == null && count.value() > 1 && tokens.is(fraction + 1, Tag.HOUR)) {
            part = new Quantity(fraction, fraction + 1, tokens.word(fraction).value());
        }
        return part == null ? count : new Quantity(count.from(), part.to(), count.value() * part.value());
    }

    /** "five", "twenty-five", "three hundred and forty", "hundred twenty", "two thousand five hundred". */
    private Quantity whole(int i) {
        boolean many = tokens.is(i, Tag.HUNDRED);
        Quantity number =
                many ? withSmaller(new Quantity(i, i + 1, tokens.word(i).value())) : small(i);
        int next = skipHyphen(number.to());
        for (int steps = 0; steps < 2 && tokens.is(next, Tag.HUNDRED); steps++) {
            number = withSmaller(
                    new Quantity(i, next + 1, number.value() * tokens.word(next).value()));
            next = skipHyphen(number.to());
        }
        return number;
    }

    /** "and twenty", "five hundred" behind hundreds and thousands. */
    private Quantity withSmaller(Quantity many) {
        int and = skipHyphen(many.to());
        int next = tokens.is(and, Tag.AND) ? skipHyphen(and + 1) : and;
        if (many.value() < 100 || !tokens.is(next, Tag.NUMBER)) {
            return many;
        }
        Quantity rest = small(next);
        if (tokens.is(rest.to(), Tag.HUNDRED) && many.value() >= 1000) {
            rest = new Quantity(
                    next, rest.to() + 1, rest.value() * tokens.word(rest.to()).value());
        }
        return rest.value() < many.value() && !tokens.is(rest.to(), Tag.HUNDRED)
                ? new Quantity(many.from(), rest.to(), many.value() + rest.value())
                : many;
    }

    /** A number below a hundred. */
    private Quantity small(int i) {
        if (tokens.phrase(i).has(Tag.NUMBER)) {
            return phrase(i);
        }
        double tens = tokens.word(i).value();
        int next = tokens.isMark(i + 1, '-') || isAndOfTens(i + 1) ? i + 2 : i + 1;
        boolean composed = tens >= 20 && tens < 100 && tens % 10 == 0 && tokens.is(next, Tag.NUMBER);
        double ones = composed ? tokens.word(next).value() : 0;
        return ones >= 1 && ones < 10 ? new Quantity(i, next + 1, tens + ones) : new Quantity(i, i + 1, tens);
    }

    /** A number of several words that is listed as a whole: "quatre-vingt-dix". */
    private Quantity phrase(int i) {
        Word phrase = tokens.phrase(i);
        int to = i + 1;
        while (tokens.phrase(to) == phrase) {
            to++;
        }
        return new Quantity(i, to, phrase.value());
    }

    /** "twenty and four", but not that of "between twenty and ...". */
    private boolean isAndOfTens(int i) {
        return tokens.is(i, Tag.AND) && !tokens.is(i - 2, Tag.BETWEEN);
    }

    /** "point five" behind a whole number. */
    private @Nullable Quantity spokenDecimals(int point, double whole) {
        if (!tokens.is(point, Tag.POINT)) {
            return null;
        }
        double value = whole;
        double place = 0.1;
        int to = point + 1;
        while (place > 0.0001 && tokens.is(to, Tag.NUMBER) && tokens.word(to).value() < 10) {
            value += tokens.word(to++).value() * place;
            place /= 10;
        }
        return to > point + 1 ? new Quantity(point, partitive(to), value) : null;
    }

    private Quantity withFraction(Quantity whole) {
        Quantity mixed = writtenFraction(whole);
        mixed = mixed != null ? mixed : andFraction(whole);
        return mixed != null ? mixed : withoutBit(whole);
    }

    /** {@code 4 1/2}, {@code 4-1/2}, {@code 4 ½}, {@code one and 1/2}, {@code 1 and a 1/2}. */
    private @Nullable Quantity writtenFraction(Quantity whole) {
        boolean hyphen = tokens.isTouching(whole.to(), '-') && tokens.touchesPrevious(whole.to() + 1);
        boolean joined = tokens.is(whole.to(), Tag.AND);
        int next = hyphen || joined ? whole.to() + 1 : whole.to();
        int i = joined && tokens.is(next, Tag.ARTICLE) ? next + 1 : next;
        return isProper(i)
                ? new Quantity(
                        whole.from(), i + 1, whole.value() + tokens.numeral(i).value())
                : null;
    }

    /** {@code 1/2}, {@code ½}. */
    boolean isProper(int i) {
        Numeral part = tokens.numeral(i);
        boolean vulgar = part.is(Shape.POINT) && part.firstDigits() == 0 && part.secondDigits() == 0;
        return vulgar || (part.is(Shape.SLASH) && part.value() < 1 && part.second() <= MOST_PARTS);
    }

    /** "and a half", "and three quarters", "-and-a-half" behind a whole number and before its unit. */
    private @Nullable Quantity andFraction(Quantity whole) {
        Quantity part = andPart(whole.to());
        return part == null ? null : new Quantity(whole.from(), part.to(), whole.value() + part.value());
    }

    /** "and a half" or "-and-a-half" at token {@code i}; its value is the fraction. */
    @Nullable
    Quantity andPart(int i) {
        int and = skipHyphen(i);
        if (!tokens.is(and, Tag.AND)) {
            return null;
        }
        int part = skipHyphen(and + 1);
        double tenths = tokens.is(part, Tag.ARTICLE) ? 1 : tokens.word(part).value();
        return isTenths(part) ? new Quantity(part, part + 2, tenths / TENTHS) : countedFraction(part);
    }

    /** "and two tenths", "and two tenths hours"; "and two units" are more units. */
    private boolean isTenths(int i) {
        boolean tenths =
                tokens.is(i + 1, Tag.TENTH) && !Double.isNaN(tokens.word(i + 1).value());
        boolean few = tokens.is(i, Tag.NUMBER) && tokens.word(i).value() < TENTHS;
        return (few || tokens.is(i, Tag.ARTICLE)) && (tenths || isOfHours(i + 1));
    }

    private boolean isOfHours(int tenths) {
        return tokens.is(tenths, Tag.TENTH) && tokens.is(tenths + 1, Tag.HOUR);
    }

    /** "a half", "half", "three quarters", "one-half" with nothing behind it. */
    @Nullable
    Quantity countedFraction(int i) {
        boolean counted = tokens.isAny(i, Tag.ARTICLE, Tag.NUMBER);
        int part = counted ? skipHyphen(i + 1) : i;
        if (!tokens.is(part, Tag.FRACTION)) {
            return null;
        }
        double count = tokens.is(i, Tag.NUMBER) ? tokens.word(i).value() : 1;
        return new Quantity(i, part + 1, count * tokens.word(part).value());
    }

    /** "2 and a bit": the stated figure stands. */
    private Quantity withoutBit(Quantity stated) {
        int to = bitEnd(stated.to());
        return to == stated.to() ? stated : new Quantity(stated.from(), to, stated.value());
    }

    /** One past "and a bit", or {@code i}. */
    int bitEnd(int i) {
        if (!tokens.is(i, Tag.AND)) {
            return i;
        }
        int bit = tokens.is(i + 1, Tag.ARTICLE) ? i + 2 : i + 1;
        return tokens.is(bit, Tag.BIT) ? bit + 1 : i;
    }

    private int skipHyphen(int i) {
        return tokens.isMark(i, '-') ? i + 1 : i;
    }
}
