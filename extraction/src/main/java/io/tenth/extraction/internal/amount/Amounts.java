package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every amount of time in a text, whatever it is of. */
public final class Amounts {

    /** A message with more amounts than this is a data file: the rest of it is left alone. */
    private static final int MOST = 4000;

    private final Tokens tokens;
    private final Dates dates;
    private final Durations durations;
    private final ClockRanges clocks;
    private final WorkingDays days;
    private final BareNumbers bare;

    private Amounts(Tokens tokens, Dates dates, int secondsInDay) {
        var quantities = new Quantities(tokens);
        this.tokens = tokens;
        this.dates = dates;
        this.durations = new Durations(tokens, quantities);
        this.clocks = new ClockRanges(tokens, durations);
        this.days = new WorkingDays(tokens, quantities, secondsInDay);
        this.bare = new BareNumbers(tokens, quantities);
    }

    /** The amounts of a text in order; what lies inside a date is none. */
    public static List<Amount> in(Tokens tokens, Dates dates, int secondsInDay) {
        return new Amounts(tokens, dates, secondsInDay).find();
    }

    private List<Amount> find() {
        var products = new Products(tokens);
        List<Amount> found = new ArrayList<>();
        for (int i = 0; i < tokens.size() && found.size() < MOST; ) {
            Amount amount = isStart(i) ? at(i) : null;
            if (amount != null) {
                found.add(products.multiplied(amount));
            }
            i = amount != null ? amount.to() : i + 1;
        }
        return found;
    }

    private boolean isStart(int i) {
        return tokens.isNumber(i) || tokens.is(i, Tag.STARTS_AMOUNT);
    }

    private @Nullable Amount at(int i) {
        Amount clock = clocks.at(i);
        if (clock != null) {
            return clock;
        }
        if (dates.covering(i) != null) {
            return null;
        }
        Amount duration = durations.at(i);
        if (duration != null) {
            return duration;
        }
        Amount day = days.at(i);
        if (day != null) {
            return day;
        }
        return tokens.isNumber(i) ? bare.at(i) : bare.charged(i);
    }
}
