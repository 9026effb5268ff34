package io.tenth.cli;

import io.tenth.mail.MailReading.Unreadable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of a report that a person reads: the messages that could not be read, of which a bounded number is kept, and the counts. */
final class ReportEnd {

    private static final int UNREADABLE_KEPT = 1_000;

    private final PrintWriter out;
    private final int columns;
    private final List<Unreadable> unreadable = new ArrayList<>();

    ReportEnd(PrintWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    void add(Unreadable message) {
        if (unreadable.size() < UNREADABLE_KEPT) {
            unreadable.add(message);
        }
    }

    /**
     * Prints both.
     *
     * @param found what was found, with its number
     */
    void print(String found, Totals totals) {
        printUnreadable(totals);
        out.print(found + " in " + count(totals.messages(), "message", "messages"));
        out.print(totals.unreadable() > 0 ? "; " + totals.unreadable() + " could not be read" : "");
        out.println(totals.copies() > 0 ? "; " + count(totals.copies(), "copy", "copies") + " passed over" : "");
    }

    private void printUnreadable(Totals totals) {
        if (unreadable.isEmpty()) {
            return;
        }
        out.println("Messages that could not be read");
        for (Unreadable message : unreadable) {
            Printable.wrapped(Report.line(message), columns - 2).forEach(line -> out.println("  " + line));
        }
        int more = totals.unreadable() - unreadable.size();
        if (more > 0) {
            out.println("  and " + more + " more");
        }
        out.println();
    }

    static String count(int number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
