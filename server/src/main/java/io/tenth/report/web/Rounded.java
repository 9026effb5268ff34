package io.tenth.report.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as the API gives them. */
final class Rounded {

    private Rounded() {}

    /** Hours, percent and scores: two places. */
    static BigDecimal toHundredths(double figure) {
        return BigDecimal.valueOf(figure).setScale(2, RoundingMode.HALF_UP);
    }

    /** Rates between 0 and 1: four places. */
    static BigDecimal rate(double figure) {
        return BigDecimal.valueOf(figure).setScale(4, RoundingMode.HALF_UP);
    }
}
