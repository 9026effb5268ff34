package io.tenth.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Time as a number of hours with two places, as the API and the pages give it. Sums are taken of the seconds, never of these. */
public final class Hours {

    private static final BigDecimal SECONDS =
            BigDecimal.valueOf(Duration.ofHours(1).toSeconds());

    private Hours() {}

    public static BigDecimal of(Duration time) {
        return BigDecimal.valueOf(time.toSeconds()).divide(SECONDS, 2, RoundingMode.HALF_UP);
    }
}
