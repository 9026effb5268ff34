package io.tenth.extraction;

import io.tenth.extraction.Inspection.Kind;
import io.tenth.extraction.Inspection.StatedAmount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Expressions of time with what they say, out of a file; its form is described in {@code amounts/README.md}. */
record AmountExpressions(Locale locale, List<Expression> expressions) {

    private static final String ARROW = " => ";
    private static final String RANGE = "range ";

    /** A text and the amounts in it. */
    record Expression(String text, List<Expected> amounts) {

        boolean isNegative() {
            return amounts.isEmpty();
        }

        boolean hasRange() {
            return amounts.stream().anyMatch(amount -> amount.kind() == Kind.RANGE);
        }
    }

    /** An amount that is expected, with those of its readings that matter. */
    record Expected(Kind kind, List<Double> seconds) {

        boolean fits(StatedAmount found) {
            return found.kind() == kind
                    && found.seconds().size() >= seconds.size()
                    && found.seconds().subList(0, seconds.size()).equals(seconds);
        }
    }

    static AmountExpressions in(String file) {
        try {
            List<Expression> expressions =
                    Files.readAllLines(Path.of("src/test/resources/amounts", file), StandardCharsets.UTF_8).stream()
                            .filter(line -> line.contains(ARROW) && !line.startsWith("#"))
                            .map(AmountExpressions::expression)
                            .toList();
            return new AmountExpressions(Locale.of(file.substring(0, 2)), expressions);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A line for each expression that is read otherwise. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        for (Expression expression : expressions) {
            List<StatedAmount> found = Inspection.amounts(expression.text(), locale);
            if (!fits(expression.amounts(), found)) {
                wrong.add(expression.text() + ": " + found);
            }
        }
        return wrong;
    }

    double share() {
        return 1 - (double) wrong().size() / expressions.size();
    }

    /** Those of one sort. */
    AmountExpressions only(java.util.function.Predicate<Expression> sort) {
        return new AmountExpressions(locale, expressions.stream().filter(sort).toList());
    }

    private static boolean fits(List<Expected> expected, List<StatedAmount> found) {
        boolean fits = expected.size() == found.size();
        for (int i = 0; fits && i < expected.size(); i++) {
            fits = expected.get(i).fits(found.get(i));
        }
        return fits;
    }

    private static Expression expression(String line) {
        int arrow = line.lastIndexOf(ARROW);
        String stated = line.substring(arrow + ARROW.length()).strip();
        List<Expected> amounts = stated.equals("-")
                ? List.of()
                : Arrays.stream(stated.split(";", -1))
                        .map(AmountExpressions::expected)
                        .toList();
        return new Expression(line.substring(0, arrow), amounts);
    }

    private static Expected expected(String amount) {
        String text = amount.strip();
        boolean range = text.startsWith(RANGE);
        String seconds = range ? text.substring(RANGE.length()) : text;
        return new Expected(
                range ? Kind.RANGE : Kind.DURATION,
                Arrays.stream(seconds.split(",", -1)).map(Double::valueOf).toList());
    }
}
