package io.tenth.capture.web;

import io.tenth.capture.Scan;
import io.tenth.capture.Scans;
import io.tenth.shared.Actor;
import io.tenth.shared.ScanId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the progress of a scan as it comes, as server-sent events. It is read from the database, so that any node can tell it. A
 * listener holds a virtual thread and, while nothing is looked up, nothing else.
 */
@RestController
class ScanEventApi {

    private static final long BETWEEN_LOOKS_MILLIS = 500;

    /** Then the listener connects again, and it is asked again who it is. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final Scans scans;
    private final Listeners listeners;
    private final JsonMapper json;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    ScanEventApi(Scans scans, Listeners listeners, JsonMapper json, Clock clock) {
        this.scans = scans;
        this.listeners = listeners;
        this.json = json;
        this.clock = clock;
    }

    /** Tells the progress until the scan is over. A listener that has seen its end, by the Last-Event-ID, is told not to ask again. */
    @GetMapping(path = "/api/time-tracking/scans/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void listen(@PathVariable UUID id, Actor.Person person, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var scan = scans.one(new ScanId(id), person);
        if (scan.state().isOver() && ScanEvents.OVER.equals(request.getHeader("Last-Event-ID"))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        var listener = listeners.admit(person.user());
        try {
            tell(scan, person, response);
        } finally {
            listener.close();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.countDown();
    }

    private void tell(Scan first, Actor.Person person, HttpServletResponse response)
            throws IOException, InterruptedException {
        var events = new ScanEvents(response, json, clock);
        var end = clock.instant().plus(LONGEST);
        events.tell(first);
        for (var scan = first; !scan.state().isOver() && clock.instant().isBefore(end); events.tell(scan)) {
            if (closing.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
            scan = scans.one(scan.id(), person);
        }
    }
}
