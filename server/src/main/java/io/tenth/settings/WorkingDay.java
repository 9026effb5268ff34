package io.tenth.settings;

import io.tenth.shared.DomainException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The length of a working day, which people say in hours and the store keeps in minutes. */
public final class WorkingDay {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final BigDecimal MOST = BigDecimal.valueOf(24);

    private WorkingDay() {}

    /** Refuses what is not between 1 and 24 hours, and fractions of a minute. */
    public static int minutes(BigDecimal hours) {
        if (hours.compareTo(BigDecimal.ONE) < 0 || hours.compareTo(MOST) > 0) {
            throw DomainException.invalid("working_day_hours is between 1 and 24.");
        }
        var minutes = hours.multiply(MINUTES);
        if (minutes.stripTrailingZeros().scale() > 0) {
            throw DomainException.invalid("working_day_hours comes to whole minutes: 7.5 or 7.75, not 7.77.");
        }
        return minutes.intValueExact();
    }

    /** To two places. */
    public static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES, 2, RoundingMode.HALF_UP);
    }
}
