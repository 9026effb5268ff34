package io.tenth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductivityScoreTest {

    /** Worked out by hand from the formula of the requirement. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 7, 0",
        "0, 0, 56, 7, 30",
        "0, 0, 560, 7, 30",
        "7, 7, 56, 7, 100",
        "1, 0, 4, 1, 39",
        "2, 1, 20, 5, 46",
        "5, 0, 0, 0, 100",
        "3, 3, 0, 30, 44"
    })
    void followsTheFormula(int completed, int onTime, double hours, long days, double score) {
        var completions = new Completions(List.of(new Completions.Day(LocalDate.EPOCH, completed, onTime, 0, 0)));

        assertThat(ProductivityScore.of(completions, hours, days)).isEqualTo(score);
    }
}
