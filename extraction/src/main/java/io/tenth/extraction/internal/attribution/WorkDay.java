package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.token.Range;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the day of the work: in its clause, its sentence, its line, the heading above, the subject; else the sent day. */
final class WorkDay {

    private final LocalDate sent;

    WorkDay(LocalDate sent) {
        this.sent = sent;
    }

    LocalDate of(Scene scene) {
        LocalDate own = last(scene, scene.share());
        LocalDate led = own != null ? own : nearestBefore(scene);
        LocalDate found = led != null ? led : around(scene);
        return found != null ? found : sent;
    }

    private @Nullable LocalDate around(Scene scene) {
        int from = scene.amount().from();
        var row = new Range(scene.layout().rowStart(from), from);
        for (Range place : List.of(scene.clause(), row, scene.sentence(), new Headings(scene.page()).above(scene))) {
            LocalDate day = last(scene, place);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private @Nullable LocalDate nearestBefore(Scene scene) {
        List<DateMention> before = scene.page()
                .dates()
                .within(scene.clause().from(), scene.amount().from());
        return before.isEmpty() ? null : last(before.subList(before.size() - 1, before.size()));
    }

    private @Nullable LocalDate last(Scene scene, Range place) {
        return last(scene.page().dates().within(place.from(), place.to()));
    }

    /** The last day of those named that is not after the sent day. */
    private @Nullable LocalDate last(List<DateMention> mentions) {
        LocalDate last = null;
        for (DateMention mention : mentions) {
            boolean past = !mention.future() && !mention.day().isAfter(sent);
            last = past && (last == null || mention.day().isAfter(last)) ? mention.day() : last;
        }
        return last;
    }
}
