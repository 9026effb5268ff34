package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import io.tenth.extraction.Context;
import io.tenth.extraction.ExaminedAmount;
import io.tenth.mail.MailMessage;
import io.tenth.mail.MailReading.Unreadable;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A scan that prints every amount of time with the verdict on it and the reasons, message by message.
 *
 * <p>It answers why something was found, or was not, so nothing is left out and no message is kept.
 */
final class ExplainingScan extends Scan<ExaminedAmount> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final MessageAnalysis analysis;
    private final Context context;
    private final PrintWriter out;
    private final int columns;
    private final ReportEnd end;
    private int amounts;
    private int entries;

    ExplainingScan(MessageAnalysis analysis, Context context, PrintWriter out, int columns) {
        this.analysis = analysis;
        this.context = context;
        this.out = out;
        this.columns = columns;
        this.end = new ReportEnd(out, columns);
    }

    @Override
    List<ExaminedAmount> find(MailMessage message) {
        return analysis.explain(message, context);
    }

    @Override
    void tell(FoundEntry.Origin origin, List<ExaminedAmount> found) {
        out.println(Printable.padded(heading(origin), columns).stripTrailing());
        for (ExaminedAmount amount : found) {
            amounts++;
            entries += amount.entry() ? 1 : 0;
            new Explanation(amount, columns).lines().forEach(out::println);
        }
        out.println();
    }

    private static String heading(FoundEntry.Origin origin) {
        String subject = Printable.of(origin.subject());
        String to = Printable.of(origin.to());
        return TIME.format(origin.sentAt())
                + (subject.isEmpty() ? "" : "  " + subject)
                + (to.isEmpty() ? "" : "  to " + to);
    }

    @Override
    void tell(Unreadable message) {
        end.add(message);
    }

    @Override
    void finish() {
        end.print(
                ReportEnd.count(entries, "entry", "entries") + " among "
                        + ReportEnd.count(amounts, "amount", "amounts"),
                totals());
    }
}
