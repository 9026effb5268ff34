package io.tenth.cli;

import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailReading.Unreadable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** One row an entry (RFC 4180, UTF-8), for a spreadsheet. Sums are the spreadsheet's business. */
final class CsvReport implements Report {

    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    /** Control characters but tab and line ends: a terminal would obey them. */
    private static final Pattern ESCAPES = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private final CSVPrinter csv;
    private final PrintWriter out;
    private final Consumer<String> errors;

    CsvReport(Destination destination) {
        this.out = destination.out();
        this.errors = destination.errors();
        try {
            this.csv = new CSVPrinter(out, CSVFormat.RFC4180);
            csv.printRecord(
                    "date",
                    "hours",
                    "billed_minutes",
                    "worked_minutes",
                    "type",
                    "client_matter",
                    "billable",
                    "confidence",
                    "sentence",
                    "description",
                    "to",
                    "subject",
                    "sent_at",
                    "message_id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void entry(FoundEntry entry) {
        TimeMention mention = entry.mention();
        try {
            csv.printRecord(
                    mention.date(),
                    Printable.hours(entry.billedMinutes()),
                    entry.billedMinutes(),
                    mention.minutes(),
                    mention.type(),
                    guarded(mention.clientMatter()),
                    mention.billable(),
                    Json.rounded(mention.confidence()),
                    guarded(mention.quote()),
                    guarded(mention.description()),
                    guarded(entry.origin().to()),
                    guarded(entry.origin().subject()),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.origin().sentAt()),
                    guarded(entry.origin().messageId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unreadable(Unreadable message) {
        errors.accept(Report.line(message));
    }

    @Override
    public void finish(Totals totals) {
        out.flush();
    }

    /** Puts an apostrophe before what a spreadsheet would run as a formula: the text of a mail is not to be trusted. */
    private static @Nullable String guarded(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return cell;
        }
        var harmless = ESCAPES.matcher(cell).replaceAll("");
        boolean formula = STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + harmless : harmless;
    }
}
