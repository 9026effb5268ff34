package io.tenth.capture.web;

import io.tenth.capture.Scan;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * One scan's server-sent events on their way to one listener: {@code progress} when something has changed, {@code end} when it is
 * over, and a word now and then that keeps the connection open.
 */
final class ScanEvents {

    /** The id of the last event of all. */
    static final String OVER = "over";

    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(15);

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final Clock clock;
    private String told = "";
    private Instant heartbeatDue = Instant.MAX;

    ScanEvents(HttpServletResponse response, JsonMapper json, Clock clock) {
        this.response = response;
        this.json = json;
        this.clock = clock;
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Sends what the listener does not know yet. */
    void tell(Scan scan) throws IOException {
        var progress = json.writeValueAsString(ScanApi.Answer.of(scan, List.of()));
        if (scan.state().isOver()) {
            send("event: end\nid: " + OVER + "\ndata: " + progress);
        } else if (!progress.equals(told)) {
            send("event: progress\ndata: " + progress);
        } else if (clock.instant().isAfter(heartbeatDue)) {
            send(": still there");
        }
        told = progress;
    }

    private void send(String event) throws IOException {
        response.getOutputStream().write((event + "\n\n").getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        heartbeatDue = clock.instant().plus(BETWEEN_HEARTBEATS);
    }
}
