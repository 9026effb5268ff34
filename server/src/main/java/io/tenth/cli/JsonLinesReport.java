package io.tenth.cli;

import io.tenth.mail.MailReading.Unreadable;
import java.io.PrintWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** One JSON object a line for each entry, written as it is found. */
final class JsonLinesReport implements Report {

    private final PrintWriter out;
    private final Consumer<String> errors;

    JsonLinesReport(Destination destination) {
        this.out = destination.out();
        this.errors = destination.errors();
    }

    @Override
    public void entry(FoundEntry entry) {
        try (JsonGenerator json = Json.generator(out)) {
            Json.writeEntry(json, entry);
        }
        out.write('\n');
    }

    @Override
    public void unreadable(Unreadable message) {
        errors.accept(Report.line(message));
    }

    @Override
    public void finish(Totals totals) {
        out.flush();
    }
}
