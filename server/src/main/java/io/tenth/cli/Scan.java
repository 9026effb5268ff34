package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import io.tenth.extraction.Context;
import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import io.tenth.mail.MailReading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One run over some mailboxes: turns what is read into entries, sums and a report.
 *
 * <p>A message that lies in two places counts once. Only messages with entries are remembered for that.
 */
final class Scan {

    /** What a person asked for. */
    record Request(Context context, EntryFilter filter, int increment) {}

    /** Broken mail programs give several messages one Message-ID, so the text has a say too. */
    private record Identity(String message, int textHash) {}

    private final MessageAnalysis analysis;
    private final Request request;
    private final Report report;
    private final Totals totals = new Totals();
    private final Set<Identity> seen = new HashSet<>();

    Scan(MessageAnalysis analysis, Request request, Report report) {
        this.analysis = analysis;
        this.request = request;
        this.report = report;
    }

    void take(MailReading reading) {
        switch (reading) {
            case MailReading.Readable read -> takeMessage(read.message());
            case MailReading.Unreadable refused -> {
                totals.countUnreadable();
                report.unreadable(refused);
            }
        }
    }

    Totals totals() {
        return totals;
    }

    private void takeMessage(MailMessage message) {
        totals.countMessage();
        List<TimeMention> mentions = analysis.analyze(message, request.context()).stream()
                .filter(request.filter()::accepts)
                .toList();
        if (mentions.isEmpty()) {
            return;
        }
        if (!seen.add(new Identity(message.identity(), message.body().hashCode()))) {
            totals.countCopy();
            return;
        }
        FoundEntry.Origin origin = FoundEntry.Origin.of(message);
        for (TimeMention mention : mentions) {
            FoundEntry entry = FoundEntry.of(mention, request.increment(), origin);
            totals.add(entry);
            report.entry(entry);
        }
    }
}
