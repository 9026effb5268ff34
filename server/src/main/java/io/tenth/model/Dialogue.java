package io.tenth.model;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One request of a conversation, whose answer comes piece by piece.
 *
 * @param request the body, of the Chat Completions API, with {@code stream} on
 * @param end when it is given up, whatever has come
 * @param stopped completes where nobody waits for the answer any more
 */
public record Dialogue(String request, Instant end, CompletableFuture<?> stopped) {

    /** Hears an answer as it comes, on the thread that has asked. */
    public interface Listener {

        /** The data of the next event. */
        void hear(String data) throws ModelException;

        /** There is no more. Refuses an answer that is not whole. */
        void end() throws ModelException;
    }

    @Override
    public String toString() {
        return "a dialogue of " + request.length() + " characters";
    }
}
