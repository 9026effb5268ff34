package io.tenth.cli;

import io.tenth.extraction.ExaminedAmount;
import io.tenth.extraction.ExaminedAmount.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** The lines that say of an amount whether it was taken, and why. */
record Explanation(ExaminedAmount amount, int columns) {

    /** Reasons that count less decide nothing. */
    private static final double LEAST_WEIGHT = 0.2;

    /** The stable name of a piece of evidence, as opposed to words of the mail. */
    private static final Pattern EVIDENCE = Pattern.compile("(?<![^ ])[a-z]+(-[a-z]+)+(?![^ ])");

    private static final String INDENT = " ".repeat(12);
    private static final int LABEL = "against: ".length();

    /** The verdict with its sentence, then what spoke for an entry and what against. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(verdict());
        lines.addAll(reasons("for:", Reason::weight));
        lines.addAll(reasons("against:", reason -> -reason.weight()));
        return lines;
    }

    private String verdict() {
        String start = String.format(
                Locale.ROOT, "  %-8s  %6s  %4s  ", amount.entry() ? "entry" : "no entry", hours(), percent());
        return start + MarkedAmount.of(amount).within(columns - start.length());
    }

    /** {@code 1.5 h}: hours with two decimals at most. */
    private String hours() {
        return Printable.hours(amount.minutes()).replaceFirst("\\.?0+$", "") + " h";
    }

    /** Only certainty is 100 %, and only impossibility 0. */
    private String percent() {
        return Math.clamp(Math.round(amount.confidence() * 100), 1, 99) + "%";
    }

    private List<String> reasons(String label, ToDoubleFunction<Reason> weight) {
        List<String> names = amount.reasons().stream()
                .filter(reason -> weight.applyAsDouble(reason) >= LEAST_WEIGHT)
                .map(reason -> named(reason.name()) + String.format(Locale.ROOT, " %.1f", weight.applyAsDouble(reason)))
                .toList();
        List<String> lines = new ArrayList<>();
        for (String line : listed(names, columns - INDENT.length() - LABEL)) {
            lines.add(INDENT + Printable.padded(lines.isEmpty() ? label : "", LABEL) + line);
        }
        return lines;
    }

    /** Fills lines with a list, and breaks them behind a comma. */
    private static List<String> listed(List<String> names, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) + (i < names.size() - 1 ? "," : "");
            if (!line.isEmpty() && line.length() + 1 + name.length() > width) {
                lines.add(line);
                line = "";
            }
            line += (line.isEmpty() ? "" : " ") + name;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines.stream()
                .flatMap(filled -> Printable.wrapped(filled, width).stream())
                .toList();
    }

    private static String named(String name) {
        return Printable.of(
                EVIDENCE.matcher(name).replaceAll(found -> found.group().replace('-', ' ')));
    }
}
