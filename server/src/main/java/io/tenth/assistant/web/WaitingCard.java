package io.tenth.assistant.web;

import io.tenth.assistant.WaitingCall;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits, as the page shows it.
 *
 * @param from who asked for it
 * @param conversation that asks for it; it is decided there, so that the answer goes on. Null where none does, and it is decided here
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

    static WaitingCard of(WaitingCall call, ZoneId zone, BiPredicate<UUID, UUID> asks) {
        var conversation = call.conversation();
        var origin = call.asker().origin();
        return new WaitingCard(
                call.id(),
                call.willDo(),
                conversation.isPresent()
                        ? "Your assistant"
                        : origin == null ? "A program of yours" : "The program " + origin,
                call.asker().words(),
                conversation.filter(id -> asks.test(id, call.id())).orElse(null),
                call.until(),
                CLOCK.format(call.until().atZone(zone)));
    }
}
