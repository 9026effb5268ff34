package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import io.tenth.extraction.Context;
import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import io.tenth.mail.MailReading.Unreadable;
import java.util.List;

/** A scan for time entries, which go to a report. */
final class EntryScan extends Scan<TimeMention> {

    /** What a person asked for. */
    record Request(Context context, EntryFilter filter, int increment) {}

    private final MessageAnalysis analysis;
    private final Request request;
    private final Report report;

    EntryScan(MessageAnalysis analysis, Request request, Report report) {
        this.analysis = analysis;
        this.request = request;
        this.report = report;
    }

    @Override
    List<TimeMention> find(MailMessage message) {
        return analysis.analyze(message, request.context()).stream()
                .filter(request.filter()::accepts)
                .toList();
    }

    @Override
    void tell(FoundEntry.Origin origin, List<TimeMention> found) {
        for (TimeMention mention : found) {
            FoundEntry entry = FoundEntry.of(mention, request.increment(), origin);
            totals().add(entry);
            report.entry(entry);
        }
    }

    @Override
    void tell(Unreadable message) {
        report.unreadable(message);
    }

    @Override
    void finish() {
        report.finish(totals());
    }
}
