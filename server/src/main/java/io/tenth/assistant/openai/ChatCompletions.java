package io.tenth.assistant.openai;

import io.tenth.assistant.talk.Ear;
import io.tenth.assistant.talk.Said;
import io.tenth.assistant.talk.Speaker;
import io.tenth.assistant.talk.Speech;
import io.tenth.assistant.talk.Speech.Message;
import io.tenth.model.Dialogue;
import io.tenth.model.LanguageModel;
import io.tenth.model.ModelException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a speech as the Chat Completions API takes it, and its streamed answer back. */
@Component
class ChatCompletions implements Speaker {

    /** What is believed to be enough for an answer, a model that thinks first included. */
    private static final int MOST_TOKENS = 4_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LanguageModel model;

    ChatCompletions(LanguageModel model) {
        this.model = model;
    }

    @Override
    public Said speak(Speech speech, Ear ear) throws ModelException {
        var request = request(speech).toString();
        var pieces = new Pieces(ear, request.length());
        try {
            model.converse(new Dialogue(request, speech.end(), speech.stopped()), pieces);
            return pieces.said();
        } finally {
            ear.used(pieces.tokens());
        }
    }

    private ObjectNode request(Speech speech) {
        var offer = model.offer().orElseThrow(() -> new IllegalStateException("there is no language model"));
        var request = JSON.objectNode().put("model", offer.name()).put("stream", true);
        request.putObject("stream_options").put("include_usage", true);
        request.put("max_completion_tokens", MOST_TOKENS);
        var messages = request.putArray("messages");
        speech.messages().forEach(message -> messages.add(put(message)));
        if (!speech.tools().isEmpty()) {
            var tools = request.putArray("tools");
            speech.tools().forEach(tool -> tools.add(tool.chatFunction()));
        }
        return request;
    }

    private static ObjectNode put(Message message) {
        return switch (message) {
            case Message.Task task -> said("system", task.text());
            case Message.Asked asked -> said("user", asked.text());
            case Message.Result result -> said("tool", result.text()).put("tool_call_id", result.call());
            case Message.Answered answered -> {
                var said = said("assistant", answered.text());
                if (!answered.calls().isEmpty()) {
                    answered.calls().forEach(call -> put(call, said.withArray("/tool_calls")));
                }
                yield said;
            }
        };
    }

    private static void put(Speech.Call call, ArrayNode calls) {
        calls.addObject()
                .put("id", call.id())
                .put("type", "function")
                .putObject("function")
                .put("name", call.tool())
                .put("arguments", call.arguments());
    }

    private static ObjectNode said(String role, String text) {
        return JSON.objectNode().put("role", role).put("content", text);
    }
}
