package io.tenth.cli;

import io.tenth.mail.MailReading.Unreadable;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** The way in which a scan tells what it finds. Entries come one by one and are not kept without a bound. */
interface Report {

    /**
     * Where a report goes.
     *
     * @param errors takes a line for standard error
     * @param columns how wide a table may be
     * @param rounding whether billed time may differ from worked time
     */
    record Destination(PrintWriter out, Consumer<String> errors, int columns, boolean rounding) {}

    /** Takes an entry, in the order of the mailbox. */
    void entry(FoundEntry entry);

    /** Takes a message that could not be read. */
    void unreadable(Unreadable message);

    /** Ends the report. */
    void finish(Totals totals);

    /** How an unreadable message is told on one line. */
    static String line(Unreadable message) {
        return Printable.of(message.location()) + ": " + message.reason();
    }
}
