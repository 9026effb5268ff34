package io.tenth.cli;

import io.tenth.extraction.TimeMention;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON as the commands read and write it. Streaming only: an object mapper would cost half the start. */
final class Json {

    /** The last character before the surrogates: half a pair in a mail is escaped, since UTF-8 cannot carry it. */
    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(AnsweredLines.LONGEST_LINE)
                    .maxNestingDepth(100)
                    .build())
            .highestNonEscapedChar(LAST_BEFORE_SURROGATES)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private Json() {}

    static JsonParser parser(byte[] json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    /** A generator that neither flushes nor closes what it writes to. */
    static JsonGenerator generator(Writer out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** A generator like {@link #generator} whose document a person can read. */
    static JsonGenerator indentingGenerator(Writer out) {
        return FACTORY.createGenerator(
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return new DefaultPrettyPrinter();
                    }
                },
                out);
    }

    /** Writes a nullable text. */
    static void writeText(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    /** Writes what every command tells of an entry after its place: the same names in the same order. */
    static void writeMention(JsonGenerator json, TimeMention mention) {
        json.writeNumberProperty("minutes", mention.minutes());
        json.writeStringProperty("type", mention.type().name());
        json.writeStringProperty("date", mention.date().toString());
        writeText(json, "client_matter", mention.clientMatter());
        json.writeBooleanProperty("billable", mention.billable());
        json.writeNumberProperty("confidence", rounded(mention.confidence()));
        json.writeStringProperty("description", mention.description());
        json.writeArrayPropertyStart("reasons");
        mention.reasons().forEach(json::writeString);
        json.writeEndArray();
    }

    /** Writes an entry that a scan found, with the message it stands in. */
    static void writeEntry(JsonGenerator json, FoundEntry entry) {
        json.writeStartObject();
        json.writeStringProperty("quote", entry.mention().quote());
        writeMention(json, entry.mention());
        json.writeNumberProperty("billed_minutes", entry.billedMinutes());
        json.writeName("message");
        json.writeStartObject();
        writeText(json, "id", entry.origin().messageId());
        json.writeStringProperty("to", entry.origin().to());
        json.writeStringProperty("subject", entry.origin().subject());
        json.writeStringProperty(
                "sent_at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.origin().sentAt()));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Confidence with four digits; the rest is noise. */
    static double rounded(double confidence) {
        return Math.round(confidence * 10_000) / 10_000.0;
    }
}
