package io.tenth.assistant.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * What a model is told of a conversation: the last messages, each cut, and of earlier calls the short text, which has no text of
 * mail.
 */
final class History {

    private static final int MOST_MESSAGES = 20;
    private static final int LONGEST = 4_000;
    private static final String TOOL = "tool-";

    private History() {}

    /**
     * The messages of a conversation.
     *
     * @param fresh what the calls gave that were decided just now, by their ids
     */
    static List<Speech.Message> of(List<Conversation.Message> messages, Map<String, String> fresh) {
        var told = new ArrayList<Speech.Message>();
        var from = Math.max(0, messages.size() - MOST_MESSAGES);
        for (var message : messages.subList(from, messages.size())) {
            switch (message.role()) {
                case USER -> told.add(new Speech.Message.Asked(cut(message.text())));
                case ASSISTANT -> new Rounds(told, fresh).tell(message);
            }
        }
        return told;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The rounds of one answer: in each, words and calls, and then what became of these. */
    private static final class Rounds {

        private final List<Speech.Message> told;
        private final Map<String, String> fresh;
        private final StringBuilder text = new StringBuilder();
        private final List<Speech.Call> calls = new ArrayList<>();
        private final List<Speech.Message> results = new ArrayList<>();

        Rounds(List<Speech.Message> told, Map<String, String> fresh) {
            this.told = told;
            this.fresh = fresh;
        }

        void tell(Conversation.Message message) {
            for (var part : message.parts()) {
                var type = part.path("type").asString("");
                if (type.equals("step-start")) {
                    end();
                } else if (type.equals("text")) {
                    text.append(part.path("text").asString(""));
                } else if (type.startsWith(TOOL)) {
                    call(type.substring(TOOL.length()), part);
                }
            }
            end();
        }

        private void call(String tool, JsonNode part) {
            var id = part.path("toolCallId").asString("");
            var input = part.path("input");
            var arguments = input.isObject() ? input.toString() : "{}";
            calls.add(new Speech.Call(id, tool, arguments.length() <= LONGEST ? arguments : "{}"));
            results.add(
                    new Speech.Message.Result(id, Objects.requireNonNullElseGet(fresh.get(id), () -> result(part))));
        }

        private static String result(JsonNode part) {
            return switch (part.path("state").asString("")) {
                case "output-available" -> cut(part.at("/output/text").asString(""));
                case "output-denied" -> "The person has said no.";
                case "approval-requested" -> "It waits for the person's yes, or has waited for too long.";
                default -> cut(part.path("errorText").asString("It was not done."));
            };
        }

        private void end() {
            if (!text.isEmpty() || !calls.isEmpty()) {
                told.add(new Speech.Message.Answered(cut(text.toString()), calls));
                told.addAll(results);
            }
            text.setLength(0);
            calls.clear();
            results.clear();
        }
    }
}
