package io.tenth.assistant.web;

import io.tenth.assistant.Asker;
import io.tenth.assistant.WaitingCall;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits, as the page shows it.
 *
 * @param from who asked for it
 * @param conversation in which it waits, where that is still there; it is decided there, so that the answer goes on
 * @param untilThere when it is forgotten, in the person's zone
 */
record WaitingCard(
        UUID id,
        String willDo,
        String from,
        String words,
        @Nullable UUID conversation,
        Instant until,
        String untilThere) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static WaitingCard of(WaitingCall call, ZoneId zone, Predicate<UUID> isThere) {
        var asker = call.asker();
        var talk = asker.door() != Asker.Door.MCP;
        var origin = asker.origin();
        return new WaitingCard(
                call.id(),
                call.willDo(),
                talk ? "Your assistant" : origin == null ? "A program of yours" : "The program " + origin,
                asker.words(),
                talk ? id(origin, isThere) : null,
                call.until(),
                CLOCK.format(call.until().atZone(zone)));
    }

    private static @Nullable UUID id(@Nullable String origin, Predicate<UUID> isThere) {
        if (origin == null) {
            return null;
        }
        var id = UUID.fromString(origin);
        return isThere.test(id) ? id : null;
    }
}
