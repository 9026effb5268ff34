package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads hours whose unit stands before their number, as Italian accounts have it: {@code ricerca: ore 2,5}.
 *
 * <p>The same word leads to a time of day: {@code ore 15}, {@code ore 9,30}. So a whole number has to be of the small hours,
 * at which nobody meets, and a decimal one that minutes are not written as.
 */
final class UnitFirst {

    private static final int LATEST_SMALL = 6;
    private static final int MOST_HOURS = 24;
    private static final int QUARTER = 25;
    private static final Tags OF_DAY =
            Tags.of(Tag.CLOCK_LEAD, Tag.PREPOSITION, Tag.FROM, Tag.TO, Tag.THE, Tag.DATE_WORD);

    private final Tokens tokens;
    private final Units units;

    UnitFirst(Tokens tokens, Units units) {
        this.tokens = tokens;
        this.units = units;
    }

    /** The amount whose unit stands at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        boolean leads = tokens.is(i, Tag.HOUR) && tokens.is(i, Tag.CLOCK_ARTICLE) && tokens.is(i, Tag.PLURAL_UNIT);
        boolean counted = leads && tokens.isNumber(i + 1) && !tokens.isNumber(i - 1);
        if (counted && isOfWork(i)) {
            return Amount.duration(i, i + 2, tokens.numeral(i + 1).value() * Units.HOUR);
        }
        return counted && !tokens.isAny(i - 1, OF_DAY) ? closed(i) : null;
    }

    private @Nullable Amount closed(int unit) {
        int behind = tokens.is(unit + 2, Tag.UNIT_ADJECTIVE) ? unit + 3 : unit + 2;
        Numeral number = tokens.numeral(unit + 1);
        return isLength(number, unit + 2) && closes(behind)
                ? Amount.duration(unit, behind, number.value() * Units.HOUR)
                : null;
    }

    /** "ore 2 di ricerca": what a time of day has behind it is no work. */
    private boolean isOfWork(int unit) {
        Numeral number = tokens.numeral(unit + 1);
        boolean few = number.is(Numeral.Shape.WHOLE) && number.first() >= 1 && number.first() <= LATEST_SMALL;
        boolean day = tokens.isAny(unit - 1, Tag.CLOCK_LEAD, Tag.FROM) || tokens.is(unit - 1, Tag.PREPOSITION);
        return few && !day && tokens.is(unit + 2, Tag.OF) && tokens.is(unit + 3, Tag.WORK);
    }

    private boolean isLength(Numeral number, int behind) {
        return switch (number.shape()) {
            case WHOLE -> isSmall(number, behind) && !tokens.touchesPrevious(behind + 1);
            case COMMA -> isDecimal(number) || number.second() % QUARTER == 0;
            case POINT -> isDecimal(number);
            case COLON, SLASH, TIMER, OTHER -> false;
        };
    }

    /** Appointments are at three and at five too: only behind a colon or in a cell of its own is it a length. */
    private boolean isSmall(Numeral number, int behind) {
        int unit = behind - 2;
        boolean apart = tokens.isMark(unit - 1, ':') || tokens.isCellStart(unit);
        return apart && number.first() >= 1 && number.first() <= LATEST_SMALL;
    }

    private static boolean isDecimal(Numeral number) {
        return number.secondDigits() == 1 && number.first() < MOST_HOURS;
    }

    /** Whether the item ends: no second time, no unit and no noun follows. */
    private boolean closes(int i) {
        boolean ends = tokens.isBreak(i) || tokens.isCellStart(i) || tokens.isOneOf(i, ",;.)");
        return ends && units.anyWorth(i) == 0;
    }
}
