package io.tenth.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingRuleTest {

    @ParameterizedTest(name = "{0} to {1}, at least {2}: {3} s is {4} min")
    @CsvSource({
        "NONE, 6, 0, 60, 1",
        "NONE, 6, 0, 29, 0",
        "NONE, 6, 0, 30, 1",
        "NONE, 6, 6, 120, 6",
        "UP, 6, 0, 1, 6",
        "UP, 6, 0, 360, 6",
        "UP, 6, 0, 361, 12",
        "UP, 15, 0, 5400, 90",
        "UP, 15, 0, 5460, 105",
        "UP, 30, 0, 86400, 1440",
        "NEAREST, 6, 0, 179, 0",
        "NEAREST, 6, 0, 180, 6",
        "NEAREST, 10, 0, 4500, 80",
        "NEAREST, 10, 0, 4499, 70",
        "NEAREST, 15, 15, 60, 15"
    })
    void bringsWorkedTimeToWholeIncrements(Rounding rounding, int increment, int minimum, long seconds, int billed) {
        assertThat(new BillingRule(rounding, increment, minimum).billed(Duration.ofSeconds(seconds)))
                .isEqualTo(billed);
    }

    @ParameterizedTest
    @CsvSource({"NONE, 105", "NEAREST, 90", "UP, 105"})
    void billsAClientInStepsOfTheirOwn(Rounding rounding, int billed) {
        var rule = new BillingRule(rounding, 6, 0).inStepsOf(15);

        assertThat(rule.billed(Duration.ofMinutes(91))).isEqualTo(billed);
    }
}
