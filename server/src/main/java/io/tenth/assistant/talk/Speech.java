package io.tenth.assistant.talk;

import io.tenth.assistant.ToolDescription;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a model is to answer.
 *
 * @param tools that it may ask for
 * @param end when the answer is given up
 * @param stopped completes where nobody waits for it any more
 */
public record Speech(
        List<Message> messages, List<ToolDescription<?, ?>> tools, Instant end, CompletableFuture<?> stopped) {

    public Speech {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** One message of what was said so far. */
    public sealed interface Message {

        /** What the model is told of its task. */
        record Task(String text) implements Message {}

        /** What the person has said. */
        record Asked(String text) implements Message {}

        /** What the model has said, and which tools it has called. */
        record Answered(String text, List<Call> calls) implements Message {

            public Answered {
                calls = List.copyOf(calls);
            }
        }

        /** What became of a call. */
        record Result(String call, String text) implements Message {}
    }

    /**
     * A call that was made.
     *
     * @param id by which its result is found
     */
    public record Call(String id, String tool, String arguments) {}
}
