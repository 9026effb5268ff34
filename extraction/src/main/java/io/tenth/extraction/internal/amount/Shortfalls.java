package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads what hours lack to be full: {@code deux heures moins le quart}, {@code três horas menos dez minutos}. It is less than
 * an hour; more would be another amount that is set off against the first.
 */
final class Shortfalls {

    private static final int STEP = 5;

    private final Tokens tokens;
    private final Quantities quantities;
    private final Units units;
    private final Compounds compounds;

    Shortfalls(Tokens tokens, Quantities quantities, Units units, Compounds compounds) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.units = units;
        this.compounds = compounds;
    }

    /** What is taken off the hours before token {@code i}, in seconds and below zero, or null. */
    @Nullable
    Quantity at(int i) {
        if (!tokens.is(i, Tag.MINUS)) {
            return null;
        }
        int from = tokens.is(i + 1, Tag.THE) ? i + 2 : i + 1;
        Quantity part = partOfHour(from);
        Quantity lack = part == null ? minutes(from) : part;
        return lack == null || lack.value() >= Units.HOUR ? null : new Quantity(i, lack.to(), -lack.value());
    }

    /** "le quart", "um quarto", "un quart d'heure". */
    private @Nullable Quantity partOfHour(int i) {
        Quantity part = quantities.countedFraction(i);
        if (part == null || !tokens.is(part.to() - 1, Tag.CLOCK_PART)) {
            return null;
        }
        int hour = tokens.is(part.to(), Tag.OF) ? part.to() + 1 : part.to();
        int to = tokens.is(hour, Tag.HOUR) ? hour + 1 : part.to();
        return new Quantity(i, to, part.value() * Units.HOUR);
    }

    /** "dix", "dix minutes", "mezz'ora". */
    private @Nullable Quantity minutes(int i) {
        Quantity count = tokens.is(i, Tag.ARTICLE) && !tokens.is(i + 1, Tag.FRACTION) ? null : quantities.at(i);
        if (count == null) {
            return null;
        }
        int unit = units.place(count.to());
        double worth = units.worth(unit);
        if (worth > 0) {
            return new Quantity(i, units.end(unit), count.value() * worth);
        }
        boolean round = count.value() >= STEP && count.value() % STEP == 0;
        return round && compounds.closes(count.to()) ? new Quantity(i, count.to(), count.value() * Units.MINUTE) : null;
    }
}
