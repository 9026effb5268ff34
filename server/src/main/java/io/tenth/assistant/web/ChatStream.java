package io.tenth.assistant.web;

import io.tenth.assistant.talk.Follower;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.UserId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Tells an answer as it comes, as the UI message stream of the AI SDK, with a word now and then that keeps the connection open. Who
 * listens holds a virtual thread and nothing else.
 */
@Component
class ChatStream {

    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(15);
    private static final int MOST_OF_A_PERSON = 6;

    private final Map<UserId, Integer> listening = new ConcurrentHashMap<>();

    /** Tells it to its end, or until nobody listens any more. Refuses a person who listens too often at once. */
    void tell(Supplier<Follower> begin, Actor.Person person, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (listening.merge(person.user(), 1, Integer::sum) > MOST_OF_A_PERSON) {
            leave(person);
            throw DomainException.tooMany("You listen to your assistant " + MOST_OF_A_PERSON + " times already.");
        }
        try {
            tell(begin.get(), response);
        } finally {
            leave(person);
        }
    }

    private static void tell(Follower follower, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("x-vercel-ai-ui-message-stream", "v1");
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        while (!follower.isOver()) {
            var chunks = follower.next(BETWEEN_HEARTBEATS);
            for (var chunk : chunks) {
                write("data: " + chunk, response);
            }
            if (chunks.isEmpty() && !follower.isOver()) {
                write(": still there", response);
            }
            response.flushBuffer();
        }
        write("data: [DONE]", response);
        response.flushBuffer();
    }

    private static void write(String event, HttpServletResponse response) throws IOException {
        response.getOutputStream().write((event + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private void leave(Actor.Person person) {
        listening.computeIfPresent(person.user(), (who, count) -> count == 1 ? null : count - 1);
    }
}
