package io.tenth.assistant.openai;

import io.tenth.assistant.talk.Ear;
import io.tenth.assistant.talk.Said;
import io.tenth.model.Dialogue;
import io.tenth.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the pieces of a streamed answer together. Calls of tools may come mixed, each piece with the number of its call. An answer
 * is whole where the service has said why it ended: what breaks off before is none, so that no half of a call is carried out.
 */
final class Pieces implements Dialogue.Listener {

    private static final int MOST_CALLS = 128;
    private static final int LONGEST_NAME = 64;
    private static final int CHARACTERS_OF_A_TOKEN = 4;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();

    private final Ear ear;
    private final int asked;
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, Call> calls = new TreeMap<>();
    private @Nullable String reason;
    private long counted;
    private boolean isAnswered;

    /** For an answer to a request of so many characters. */
    Pieces(Ear ear, int asked) {
        this.ear = ear;
        this.asked = asked;
    }

    /** A call on its way. */
    private static final class Call {
        private final StringBuilder arguments = new StringBuilder();
        private String name = "";
    }

    @Override
    public void hear(String data) throws ModelException {
        var event = tree(data);
        if (event.hasNonNull("error")) {
            throw ModelException.broken();
        }
        isAnswered = true;
        counted = Math.max(counted, event.at("/usage/total_tokens").asLong(0));
        var choice = event.at("/choices/0");
        var delta = choice.path("delta");
        hearText(delta.path("content"));
        hearText(delta.path("refusal"));
        for (var piece : delta.path("tool_calls")) {
            hearCall(piece);
        }
        if (choice.path("finish_reason").isString()) {
            reason = choice.path("finish_reason").stringValue();
        }
    }

    @Override
    public void end() throws ModelException {
        if (reason == null) {
            throw ModelException.broken();
        }
        if (calls.values().stream().anyMatch(call -> call.name.isEmpty())) {
            throw ModelException.garbled();
        }
    }

    Said said() {
        var end = switch (String.valueOf(reason)) {
            case "length" -> Said.End.CUT;
            case "content_filter" -> Said.End.WITHHELD;
            default -> Said.End.WHOLE;
        };
        return new Said(text.toString(), end == Said.End.WHOLE ? whole() : List.of(), end);
    }

    private List<Said.Call> whole() {
        var whole = new ArrayList<Said.Call>();
        calls.forEach((number, call) -> whole.add(new Said.Call(number, call.name, call.arguments.toString())));
        return whole;
    }

    /** Used for all that was heard; none where nothing was. */
    long tokens() {
        if (!isAnswered) {
            return 0;
        }
        var written = calls.values().stream()
                .mapToInt(call -> call.arguments.length())
                .sum();
        return counted > 0 ? counted : (asked + text.length() + written) / CHARACTERS_OF_A_TOKEN;
    }

    private void hearText(JsonNode piece) {
        if (piece.isString() && !piece.stringValue().isEmpty()) {
            text.append(piece.stringValue());
            ear.text(piece.stringValue());
        }
    }

    private void hearCall(JsonNode piece) throws ModelException {
        var number = piece.path("index").asInt(piece.hasNonNull("id") ? calls.size() : calls.size() - 1);
        if (number < 0 || number >= MOST_CALLS) {
            throw ModelException.garbled();
        }
        var call = calls.computeIfAbsent(number, first -> new Call());
        var name = piece.at("/function/name").asString("");
        if (call.name.isEmpty() && !name.isEmpty()) {
            call.name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
            ear.call(number, call.name);
        }
        var arguments = piece.at("/function/arguments").asString("");
        if (!arguments.isEmpty()) {
            call.arguments.append(arguments);
            ear.arguments(number, arguments);
        }
    }

    private static JsonNode tree(String data) throws ModelException {
        try {
            return JSON.readTree(data);
        } catch (JacksonException noJson) {
            throw ModelException.garbled();
        }
    }
}
