package io.tenth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of the entry table; the sentence, which is the evidence, gets what the others leave and is wrapped. */
final class TableLayout {

    /** One row before it is laid out. */
    record Cells(
            String date, String hours, String worked, String type, String client, String sentence, String confidence) {

        List<String> inOrder() {
            return List.of(date, hours, worked, type, client, sentence, confidence);
        }
    }

    private static final Cells HEADINGS =
            new Cells("Date", "Hours", "Worked", "Type", "Client / matter", "Sentence", "Conf");

    private static final String GAP = "  ";
    private static final int SENTENCE = 5;
    private static final int MOST_LINES = 6;

    private final List<Integer> widths;

    private TableLayout(List<Integer> widths) {
        this.widths = widths;
    }

    /** Shares out the columns of a terminal. Without rounding there is no column for the worked time. */
    static TableLayout of(int columns, boolean rounding) {
        int client = columns < 110 ? 18 : 26;
        int worked = rounding ? 6 : 0;
        int others = 10 + 8 + worked + 8 + client + 4 + GAP.length() * (rounding ? 6 : 5);
        return new TableLayout(List.of(10, 8, worked, 8, client, columns - others, 4));
    }

    List<String> header() {
        List<String> lines = new ArrayList<>(row(HEADINGS));
        lines.add(widths.stream().filter(width -> width > 0).map("-"::repeat).collect(Collectors.joining(GAP)));
        return lines;
    }

    /** Lays out a row in as many lines as its client and sentence need, up to a bound. */
    List<String> row(Cells cells) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int column = 0; column < widths.size(); column++) {
            wrapped.add(wrapped(cells.inOrder().get(column), column));
        }
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            lines.add(line(wrapped, line));
        }
        return lines;
    }

    private List<String> wrapped(String cell, int column) {
        if (widths.get(column) == 0) {
            return List.of();
        }
        List<String> lines = Printable.wrapped(cell, widths.get(column));
        if (column == SENTENCE && lines.size() > MOST_LINES) {
            lines = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
            lines.add("…");
        }
        return lines;
    }

    private String line(List<List<String>> wrapped, int line) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < widths.size(); column++) {
            if (widths.get(column) > 0) {
                List<String> lines = wrapped.get(column);
                cells.add(Printable.padded(line < lines.size() ? lines.get(line) : "", widths.get(column)));
            }
        }
        return String.join(GAP, cells).stripTrailing();
    }
}
