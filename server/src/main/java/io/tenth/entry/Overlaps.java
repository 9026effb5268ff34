package io.tenth.entry;

import io.tenth.shared.TimeEntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which entries lie over each other by the clock. They are shown to their owner and never changed. */
final class Overlaps {

    /** The most entries that are named for one. */
    static final int MOST = 20;

    /** How many days around an entry may hold one that overlaps it; a day more than an entry lasts, for a change of zone. */
    static final int DAYS_AROUND = 2;

    private final Map<TimeEntryId, List<TimeEntryId>> found = new HashMap<>();

    /** Looks for overlaps among entries that are given in the order of their start; two that touch do not overlap. */
    Overlaps(List<Span> byStart) {
        var open = new ArrayList<Span>();
        for (var span : byStart) {
            open.removeIf(earlier -> !earlier.end().isAfter(span.start()));
            for (var earlier : open.subList(0, Math.min(MOST, open.size()))) {
                name(earlier, span);
                name(span, earlier);
            }
            open.add(span);
        }
    }

    /** An entry of which start and end are known by the clock. */
    record Span(TimeEntryId id, Instant start, Instant end) {}

    List<TimeEntryId> of(TimeEntryId entry) {
        return found.getOrDefault(entry, List.of());
    }

    private void name(Span one, Span other) {
        var named = found.computeIfAbsent(one.id(), id -> new ArrayList<>());
        if (named.size() < MOST) {
            named.add(other.id());
        }
    }
}
