package io.tenth.cli;

import io.tenth.mail.MailReading.Unreadable;
import java.io.PrintWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** One JSON document: the entries, the sums by client and by day, the counts. Written as the entries come. */
final class JsonReport implements Report {

    private final PrintWriter out;
    private final Consumer<String> errors;
    private final JsonGenerator json;

    JsonReport(Destination destination) {
        this.out = destination.out();
        this.errors = destination.errors();
        this.json = Json.indentingGenerator(out);
        json.writeStartObject();
        json.writeArrayPropertyStart("entries");
    }

    @Override
    public void entry(FoundEntry entry) {
        Json.writeEntry(json, entry);
    }

    @Override
    public void unreadable(Unreadable message) {
        errors.accept(Report.line(message));
    }

    @Override
    public void finish(Totals totals) {
        json.writeEndArray();
        json.writeArrayPropertyStart("by_client");
        for (Totals.OfClient sum : totals.byClient()) {
            json.writeStartObject();
            Json.writeText(json, "client_matter", sum.client());
            writeMinutes(sum.minutes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("by_day");
        for (Totals.OfDay sum : totals.byDay()) {
            json.writeStartObject();
            json.writeStringProperty("date", sum.day().toString());
            writeMinutes(sum.minutes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("total");
        json.writeStartObject();
        writeMinutes(totals.all());
        json.writeNumberProperty("messages", totals.messages());
        json.writeNumberProperty("unreadable", totals.unreadable());
        json.writeNumberProperty("copies", totals.copies());
        json.writeEndObject();
        json.writeEndObject();
        json.close();
        out.println();
        out.flush();
    }

    private void writeMinutes(Totals.Minutes minutes) {
        json.writeNumberProperty("billed_minutes", minutes.billed());
        json.writeNumberProperty("not_billable_minutes", minutes.notBillable());
    }
}
