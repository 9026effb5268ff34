package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Range;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.date.DateMention;
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
        var line = scene.layout().lineOf(scene.amount().from());
        var whole = new Range(scene.layout().start(line), scene.amount().from());
        for (Range place : List.of(
                scene.share(), scene.clause(), whole, scene.sentence(), new Headings(scene.page()).above(scene))) {
            LocalDate day = last(scene.page().dates().within(place.from(), place.to()));
            if (day != null) {
                return day;
            }
        }
        return sent;
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
