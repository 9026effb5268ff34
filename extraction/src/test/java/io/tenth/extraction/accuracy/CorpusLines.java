package io.tenth.extraction.accuracy;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.CorpusMessage.Expected;
import io.tenth.extraction.SentMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled mail as JSON lines: {@code id, from, to, subject, sent_at, content_type, body, tags} and {@code entries} with
 * {@code quote, minutes, type, date, client_matter, billable, optional}. {@code client_matter} is null, a text, or a list of
 * all forms that are right.
 */
final class CorpusLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CorpusLines() {}

    static List<CorpusMessage> in(Path file) throws IOException {
        List<CorpusMessage> messages = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                messages.add(message(JSON.readTree(line)));
            }
        }
        return messages;
    }

    private static CorpusMessage message(JsonNode line) {
        var message = new SentMessage(
                line.path("from").asString(""),
                line.path("to").asString(""),
                line.path("subject").asString(""),
                OffsetDateTime.parse(line.required("sent_at").asString()),
                line.path("content_type").asString("").equals("text/html") ? BodyFormat.HTML : BodyFormat.PLAIN,
                line.required("body").asString());
        return new CorpusMessage(
                line.required("id").asString(),
                texts(line.path("tags")),
                message,
                line.required("entries")
                        .valueStream()
                        .map(CorpusLines::expected)
                        .toList());
    }

    private static Expected expected(JsonNode entry) {
        return new Expected(
                entry.required("minutes").asDouble(),
                ActivityType.valueOf(entry.required("type").asString()),
                LocalDate.parse(entry.required("date").asString()),
                texts(entry.path("client_matter")),
                entry.required("quote").asString(),
                entry.path("billable").asBoolean(true),
                entry.path("optional").asBoolean(false));
    }

    /** The texts of a list, or the one that stands alone; none for null. */
    private static List<String> texts(JsonNode node) {
        if (node.isString()) {
            return List.of(node.asString());
        }
        return node.valueStream().map(JsonNode::asString).toList();
    }
}
