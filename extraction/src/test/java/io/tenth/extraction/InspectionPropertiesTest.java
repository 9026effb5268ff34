package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.Inspection.StatedAmount;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionPropertiesTest {

    private static final int LENGTH = 1_000_000;
    private static final List<String> PIECES = List.of(
            "1",
            "9",
            "30",
            "2.5",
            ".3",
            "1:30",
            "1:30:00",
            "0915",
            "½",
            "1/2",
            "-",
            "–",
            ":",
            ",",
            "'",
            "\"",
            "/",
            "x",
            "×",
            "$",
            " ",
            "\n",
            "\t",
            "(",
            ")",
            "h",
            "m",
            "s",
            "min.",
            "hours",
            "hour",
            "days",
            "a",
            "an",
            "half",
            "quarter",
            "past",
            "to",
            "from",
            "between",
            "and",
            "or",
            "of",
            "one",
            "twenty",
            "hundred",
            "thousand",
            "dozen",
            "point",
            "bit",
            "each",
            "a day",
            "Monday",
            "less",
            "lunch",
            "am",
            "p.m.",
            "noon",
            "o'clock",
            "in the morning",
            "P",
            "T",
            "PT1H",
            "P1D",
            "H",
            "May",
            "second",
            "couple of",
            "all",
            "week",
            "three 20-minute calls",
            "\uD83D\uDE00");

    @Property(tries = 3000)
    void statesAmountsThatStandInTheTextInOrder(@ForAll("texts") String text) {
        int end = 0;
        for (StatedAmount amount : Inspection.amounts(text, Locale.ENGLISH)) {
            assertThat(amount.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(amount.span().length()).isPositive();
            assertThat(amount.seconds()).isNotEmpty().allMatch(seconds -> seconds > 0 && Double.isFinite(seconds));
            end = amount.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Property(tries = 500)
    void readsAnyCharacters(@ForAll String text) {
        assertThat(Inspection.amounts(text, Locale.ROOT)).isEqualTo(Inspection.amounts(text, Locale.ROOT));
    }

    /** Each would take minutes in a reader that looks ahead or back without a limit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1-",
                "1 ",
                "1:",
                "1/",
                "half ",
                "and ",
                "one ",
                "one hundred ",
                "twenty-",
                "a ",
                "from ",
                "between one and ",
                "1h",
                "1h ",
                "1h, ",
                "9 to ",
                "half past ",
                "P1",
                "PT1H",
                "1'",
                "less ",
                "9-5 less ",
                "2 x ",
                "each ",
                "an hour a day Monday, "
            })
    void readsAMegabyteOf(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        assertThat(Inspection.amounts(text, Locale.ENGLISH))
                .allSatisfy(amount -> assertThat(amount.span().end()).isLessThanOrEqualTo(LENGTH));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(30)
                .flatMap(pieces -> Arbitraries.of("", " ").map(blank -> String.join(blank, pieces)));
    }
}
