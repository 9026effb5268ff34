package io.tenth.cli;

import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailReading.Unreadable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A table for a person at a terminal, with sums by client and by day under it.
 *
 * <p>Rows are sorted by the day of the work. At most {@link #ROWS_KEPT} are kept; a scan that finds more prints a table
 * for each lot.
 */
final class TableReport implements Report {

    private static final int ROWS_KEPT = 10_000;
    private static final String NO_CLIENT = "(none named)";

    private final PrintWriter out;
    private final TableLayout layout;
    private final ReportEnd end;
    private final List<FoundEntry> rows = new ArrayList<>();

    TableReport(Destination destination) {
        this.out = destination.out();
        this.end = new ReportEnd(destination.out(), destination.columns());
        this.layout = TableLayout.of(destination.columns(), destination.rounding());
    }

    @Override
    public void entry(FoundEntry entry) {
        rows.add(entry);
        if (rows.size() == ROWS_KEPT) {
            printRows();
        }
    }

    @Override
    public void unreadable(Unreadable message) {
        end.add(message);
    }

    @Override
    public void finish(Totals totals) {
        printRows();
        printSums(totals);
        end.print(ReportEnd.count(totals.entries(), "entry", "entries"), totals);
        if (totals.all().notBillable() > 0) {
            out.println("nb: not billable; in no sum of billed hours");
        }
    }

    private void printRows() {
        if (rows.isEmpty()) {
            return;
        }
        rows.sort(Comparator.comparing(entry -> entry.mention().date()));
        layout.header().forEach(out::println);
        rows.forEach(this::printRow);
        out.println();
        rows.clear();
    }

    private void printRow(FoundEntry entry) {
        TimeMention mention = entry.mention();
        String client = mention.clientMatter() == null ? "" : Printable.of(mention.clientMatter());
        layout.row(new TableLayout.Cells(
                        mention.date().toString(),
                        mention.billable()
                                ? Printable.hours(entry.billedMinutes())
                                : Printable.hours(mention.minutes()) + " nb",
                        worked(entry),
                        mention.type().name().toLowerCase(Locale.ROOT),
                        client,
                        Printable.of(mention.quote()),
                        String.format(Locale.ROOT, "%.2f", mention.confidence())))
                .forEach(out::println);
    }

    /** Hours and minutes of work, where what is billed differs from it. */
    private static String worked(FoundEntry entry) {
        int minutes = entry.mention().minutes();
        boolean differs = entry.mention().billable() && minutes != entry.billedMinutes();
        return differs ? String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60) : "";
    }

    private void printSums(Totals totals) {
        if (totals.entries() == 0) {
            return;
        }
        boolean notBillable = totals.all().notBillable() > 0;
        printSumHeader("Client / matter", notBillable);
        for (Totals.OfClient sum : totals.byClient()) {
            String name = sum.client() == null ? NO_CLIENT : Printable.of(sum.client());
            printSum(name, sum.minutes(), notBillable);
        }
        out.println();
        printSumHeader("Day", notBillable);
        totals.byDay().forEach(sum -> printSum(sum.day().toString(), sum.minutes(), notBillable));
        out.println();
        printSum("Total", totals.all(), notBillable);
        out.println();
    }

    private void printSumHeader(String label, boolean notBillable) {
        out.println(Printable.padded(label, 40) + "     Hours" + (notBillable ? "  Not billable" : ""));
        out.println("-".repeat(40) + "  " + "-".repeat(8) + (notBillable ? "  " + "-".repeat(12) : ""));
    }

    private void printSum(String label, Totals.Minutes minutes, boolean notBillable) {
        String hours = String.format(Locale.ROOT, "  %8s", Printable.hours(minutes.billed()));
        String others = minutes.notBillable() == 0
                ? ""
                : String.format(Locale.ROOT, "  %12s", Printable.hours(minutes.notBillable()));
        out.println(Printable.padded(label, 40) + hours + (notBillable ? others : ""));
    }
}
