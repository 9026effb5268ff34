package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads numbers: {@code 2.5}, {@code 1 1/4}, {@code two and a half}, {@code twenty-five}, {@code a couple of}. */
final class Quantities {

    private final Tokens tokens;

    Quantities(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The number that begins at token {@code i}, or null. */
    @Nullable
    Quantity at(int i) {
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
            return fraction(i, 1);
        }
        return tokens.is(i, Tag.NUMBER) ? words(i) : null;
    }

    private @Nullable Quantity digits(int i) {
        Numeral number = Numeral.of(tokens.text(i));
        if (Double.isNaN(number.value())) {
            return null;
        }
        Quantity mixed = number.is(Shape.WHOLE) ? mixedFraction(i, number) : null;
        return mixed != null ? mixed : new Quantity(i, i + 1, number.value());
    }

    /** {@code 4 1/2}, and {@code 2 and a half}. */
    private @Nullable Quantity mixedFraction(int i, Numeral whole) {
        if (tokens.isNumber(i + 1)) {
            Numeral part = Numeral.of(tokens.text(i + 1));
            boolean vulgar = part.is(Shape.POINT) && part.firstDigits() == 0 && part.secondDigits() == 0;
            boolean proper = vulgar || (part.is(Shape.SLASH) && part.value() < 1);
            return proper ? new Quantity(i, i + 2, whole.value() + part.value()) : null;
        }
        return andFraction(i, i + 1, whole.value());
    }

    private @Nullable Quantity couple(int from, int i) {
        return new Quantity(from, tokens.is(i + 1, Tag.OF) ? i + 2 : i + 1, 2);
    }

    /** "a", "a couple of", "a half", "a quarter of an". */
    private @Nullable Quantity article(int i) {
        if (tokens.is(i + 1, Tag.COUPLE)) {
            return couple(i, i + 1);
        }
        if (tokens.is(i + 1, Tag.FRACTION)) {
            Quantity part = fraction(i + 1, 1);
            return new Quantity(i, part.to(), part.value());
        }
        int number = tokens.is(i + 1, Tag.UNIT_ADJECTIVE) ? i + 2 : i + 1;
        if (tokens.isNumber(number) || tokens.is(number, Tag.NUMBER)) {
            Quantity further = at(number);
            return further == null ? null : new Quantity(i, further.to(), further.value());
        }
        return new Quantity(i, i + 1, 1);
    }

    /** A fraction with what may stand between it and its unit: "half an", "quarters of an". */
    private Quantity fraction(int i, double count) {
        int to = tokens.isMark(i + 1, '-') ? i + 2 : i + 1;
        to = tokens.is(to, Tag.OF) ? to + 1 : to;
        to = tokens.is(to, Tag.ARTICLE) ? to + 1 : to;
        return new Quantity(i, to, count * tokens.word(i).value());
    }

    /** "two", "twenty-five", "two and three quarter", "three quarters of an". */
    private Quantity words(int i) {
        double value = tokens.word(i).value();
        int to = i + 1;
        int next = tokens.isMark(to, '-') ? to + 1 : to;
        if (value >= 20
                && value < 100
                && tokens.is(next, Tag.NUMBER)
                && tokens.word(next).value() < 10) {
            value += tokens.word(next).value();
            to = next + 1;
        } else if (tokens.is(next, Tag.FRACTION) && value <= 10) {
            Quantity parts = fraction(next, value);
            return new Quantity(i, parts.to(), parts.value());
        } else if (tokens.is(to, Tag.HUNDRED)) {
            value *= tokens.word(to).value();
            to++;
        }
        Quantity mixed = andFraction(i, to, value);
        return mixed != null ? mixed : new Quantity(i, to, value);
    }

    /** "and a half", "and three quarters", behind a whole number and before its unit. */
    private @Nullable Quantity andFraction(int from, int i, double whole) {
        if (!tokens.is(i, Tag.AND)) {
            return null;
        }
        boolean counted = tokens.isAny(i + 1, Tag.ARTICLE, Tag.NUMBER);
        int part = counted ? i + 2 : i + 1;
        part = counted && tokens.isMark(part, '-') ? part + 1 : part;
        if (!tokens.is(part, Tag.FRACTION)) {
            return null;
        }
        double count = tokens.is(i + 1, Tag.NUMBER) ? tokens.word(i + 1).value() : 1;
        return new Quantity(from, part + 1, whole + count * tokens.word(part).value());
    }
}
