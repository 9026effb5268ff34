package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.AmountExpressions.Expression;
import io.tenth.extraction.Inspection.Kind;
import io.tenth.extraction.Inspection.StatedAmount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Holds the reading of amounts to its expressions. The floors only ever rise; the figures of a run stand in {@code
 * target/amounts-*.txt}.
 */
class InspectionTest {

    private static final Predicate<Expression> RANGES = Expression::hasRange;
    private static final Predicate<Expression> NONE = Expression::isNegative;
    private static final Predicate<Expression> DURATIONS = RANGES.or(NONE).negate();

    @Test
    void readsTheEnglishExpressionsItsRulesWereWrittenBy() throws IOException {
        AmountExpressions expressions = measured("en.txt");
        assertThat(expressions.wrong()).isEmpty();
    }

    /** What is wrong is not shown: whoever reads it here will write a rule for it. */
    @Test
    void readsEnglishExpressionsNoRuleWasWrittenBy() throws IOException {
        AmountExpressions expressions = measured("en.held-back.txt");
        assertThat(expressions.only(DURATIONS).share()).isGreaterThanOrEqualTo(0.96);
        assertThat(expressions.only(RANGES).share()).isGreaterThanOrEqualTo(0.96);
        assertThat(expressions.only(NONE).share()).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void tellsWhereAnAmountStandsAndEachOfItsReadings() {
        assertThat(Inspection.amounts("Took me 2-3 hours, 9 to 11:30.", Locale.ENGLISH))
                .containsExactly(
                        new StatedAmount(new Span(8, 17), List.of(7200.0, 10800.0), Kind.DURATION),
                        new StatedAmount(new Span(19, 29), List.of(9000.0), Kind.RANGE));
    }

    @Test
    void takesNoPartOfADecimalThatALineBreakWentThroughForTheWhole() {
        assertThat(secondsIn("It took me 1.\n5 hours to file.")).isEmpty();
        assertThat(secondsIn("Time: 2.\n25 hours")).isEmpty();
        assertThat(secondsIn("See Exhibit 1.\n5 hours on the motion.")).containsExactly(18000.0);
        assertThat(secondsIn("Call moved to 3.\n2 hours on the draft.")).containsExactly(7200.0);
    }

    @Test
    void readsNumbersAsTheyAreSeenWhateverStandsInThemUnseen() {
        assertThat(secondsIn("1\u200b.5 hours; 2\u200b5 minutes; 3\ufeff hours; \u200b4 hours; 0.\u20602h"))
                .containsExactly(5400.0, 1500.0, 10800.0, 14400.0, 720.0);
    }

    @Test
    void showsTheAuthorsOwnWordsOfAPlainBodyAndOfHtml() {
        assertThat(Inspection.ownText("Done.\n\n> When?\n", BodyFormat.PLAIN)).isEqualToIgnoringWhitespace("Done.");
        assertThat(Inspection.ownText("<p>Done &amp; sent.</p>", BodyFormat.HTML))
                .isEqualToIgnoringWhitespace("Done & sent.");
    }

    private static List<Double> secondsIn(String text) {
        return Inspection.amounts(text, Locale.ENGLISH).stream()
                .map(amount -> amount.seconds().getFirst())
                .toList();
    }

    private static AmountExpressions measured(String file) throws IOException {
        AmountExpressions all = AmountExpressions.in(file);
        String figures = String.format(
                Locale.ROOT,
                "durations %.3f of %d, clock ranges %.3f of %d, no amount %.3f of %d%n",
                all.only(DURATIONS).share(),
                all.only(DURATIONS).expressions().size(),
                all.only(RANGES).share(),
                all.only(RANGES).expressions().size(),
                all.only(NONE).share(),
                all.only(NONE).expressions().size());
        Files.writeString(Path.of("target", "amounts-" + file), figures);
        return all;
    }
}
