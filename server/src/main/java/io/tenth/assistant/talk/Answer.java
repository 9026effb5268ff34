package io.tenth.assistant.talk;

import io.tenth.assistant.ToolAnswer;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of the assistant while it is written: each thing goes out as a chunk of the AI SDK's UI message stream, and into the
 * parts of the message as that SDK would put them together. Used by one thread.
 */
final class Answer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String STATE = "state";
    private static final int MOST_SHOWN = 1_000_000;

    private final String message;
    private final ArrayNode parts;
    private final Consumer<ObjectNode> out;
    private @Nullable ObjectNode open;
    private boolean inStep;
    private int texts;
    private int shown;

    /** Goes on with a message that has these parts, which may be none. */
    Answer(String message, ArrayNode parts, Consumer<ObjectNode> out) {
        this.message = message;
        this.parts = parts;
        this.out = out;
        this.shown = parts.toString().length();
    }

    ArrayNode parts() {
        return parts;
    }

    void begin(String door) {
        var start = chunk("start").put("messageId", message);
        start.putObject("messageMetadata").put("door", door);
        out.accept(start);
    }

    /** One round of a model, or of the rules without one. */
    void step() {
        endStep();
        inStep = true;
        parts.addObject().put("type", "step-start");
        out.accept(chunk("start-step"));
    }

    void text(String piece) {
        if (open == null) {
            texts++;
            open = parts.addObject().put("type", "text").put("text", "").put(STATE, "done");
            out.accept(chunk("text-start").put("id", textId()));
        }
        open.put("text", open.path("text").asString() + piece);
        out.accept(chunk("text-delta").put("id", textId()).put("delta", piece));
    }

    void call(String id, String tool) {
        endText();
        parts.addObject().put("type", "tool-" + tool).put("toolCallId", id).put(STATE, "input-streaming");
        out.accept(chunk("tool-input-start").put("toolCallId", id).put("toolName", tool));
    }

    void arguments(String id, String piece) {
        out.accept(chunk("tool-input-delta").put("toolCallId", id).put("inputTextDelta", piece));
    }

    /** The call as it is carried out. */
    void input(String id, String tool, JsonNode input) {
        var part = part(id);
        part.put(STATE, "input-available").set("input", input);
        var chunk = chunk("tool-input-available").put("toolCallId", id).put("toolName", tool);
        chunk.set("input", input);
        out.accept(chunk);
    }

    /** What became of a call. */
    void became(String id, ToolAnswer answer) {
        switch (answer) {
            case ToolAnswer.Done done -> output(id, done.text(), done.whole());
            case ToolAnswer.Waiting waits ->
                waits(
                        id,
                        waits.callId().toString(),
                        JSON.objectNode()
                                .put("will_do", waits.willDo())
                                .put("until", waits.until().toString()));
            case ToolAnswer.Refused refused -> {
                if (refused.isDeclined()) {
                    denied(id);
                } else {
                    failed(id, refused.sentence());
                }
            }
        }
    }

    /** Writes into the parts of a message what became of a call that waits there. Returns false where none of them asks for it. */
    static boolean decide(ArrayNode parts, UUID call, ToolAnswer became) {
        for (var part : parts) {
            if (part.at("/approval/id").asString("").equals(call.toString())) {
                var answer = new Answer("", parts, chunk -> {});
                var id = part.path("toolCallId").asString();
                answer.decided(id, !(became instanceof ToolAnswer.Refused refused && refused.isDeclined()));
                answer.became(id, became);
                return true;
            }
        }
        return false;
    }

    /**
     * The call was done.
     *
     * @param whole for the eyes of the person alone
     */
    void output(String id, String text, JsonNode whole) {
        var result = Shown.of(whole, MOST_SHOWN - shown);
        shown += result.toString().length();
        var output = JSON.objectNode().put("text", result.isNull() && !whole.isNull() ? text + Shown.TOO_LONG : text);
        output.set("result", result);
        part(id).put(STATE, "output-available").set("output", output);
        var chunk = chunk("tool-output-available").put("toolCallId", id);
        chunk.set("output", output);
        out.accept(chunk);
    }

    void failed(String id, String sentence) {
        part(id).put(STATE, "output-error").put("errorText", sentence);
        out.accept(chunk("tool-output-error").put("toolCallId", id).put("errorText", sentence));
    }

    /** The call waits for a yes. */
    void waits(String id, String approval, ObjectNode descriptor) {
        var asked =
                part(id).put(STATE, "approval-requested").putObject("approval").put("id", approval);
        asked.set("descriptor", descriptor);
        var chunk = chunk("tool-approval-request").put("approvalId", approval).put("toolCallId", id);
        chunk.set("approvalDescriptor", descriptor);
        out.accept(chunk);
    }

    /** The person has decided on a call that waited. */
    void decided(String id, boolean approved) {
        if (part(id).get("approval") instanceof ObjectNode approval) {
            approval.put("approved", approved);
        }
    }

    void denied(String id) {
        part(id).put(STATE, "output-denied");
        out.accept(chunk("tool-output-denied").put("toolCallId", id));
    }

    /** What went wrong: an error for who listens, words for who reads it later. Calls that were under way are over with it. */
    void trouble(String sentence) {
        stop(sentence);
        parts.addObject().put("type", "text").put("text", sentence).put(STATE, "done");
        out.accept(chunk("error").put("errorText", sentence));
    }

    /** Calls that are under way are over, for this reason. */
    void stop(String sentence) {
        endText();
        for (var part : parts) {
            if (part.path(STATE).asString("").startsWith("input-")) {
                failed(part.path("toolCallId").asString(), sentence);
            }
        }
    }

    /** Nothing follows. */
    void finish(String reason) {
        endStep();
        out.accept(chunk("finish").put("finishReason", reason));
    }

    void endText() {
        if (open != null) {
            open = null;
            out.accept(chunk("text-end").put("id", textId()));
        }
    }

    private void endStep() {
        endText();
        if (inStep) {
            inStep = false;
            out.accept(chunk("finish-step"));
        }
    }

    private String textId() {
        return "text-" + texts;
    }

    private ObjectNode part(String call) {
        for (var part : parts) {
            if (part.path("toolCallId").asString("").equals(call)) {
                return part.asObject();
            }
        }
        throw new IllegalStateException("there is no call " + call);
    }

    private static ObjectNode chunk(String type) {
        return JSON.objectNode().put("type", type);
    }
}
