package io.tenth.extraction.internal.text;

import io.tenth.extraction.Span;
import java.util.Arrays;

/**
 * The way from a text back to the body it was made of: runs of the text, each with its stretch of the body.
 *
 * <p>A run is either copied (both stretches have the same length), or made of something shorter or longer: an entity, or a
 * line break that the body writes as a tag and that has a stretch of length 0.
 */
final class SourceMap {

    /** Most texts are one run: the beginning of a body in plain text. */
    private static final int FEWEST = 2;

    private int size;
    private int[] at = new int[FEWEST];
    private int[] from = new int[FEWEST];
    private int[] to = new int[FEWEST];
    private int end;

    /** The map of a text that is its body. */
    static SourceMap identity(int length) {
        var map = new SourceMap();
        map.add(length, 0, length);
        return map;
    }

    /** Says that the next {@code length} characters of the text stand for {@code [bodyFrom, bodyTo)}. */
    void add(int length, int bodyFrom, int bodyTo) {
        if (length == 0) {
            return;
        }
        if (size > 0 && isCopy(size - 1) && to[size - 1] == bodyFrom && bodyTo - bodyFrom == length) {
            to[size - 1] = bodyTo;
        } else {
            append(bodyFrom, bodyTo);
        }
        end += length;
    }

    /** Adds the part {@code [start, stop)} of another map at the end of this one. */
    void addPart(SourceMap other, int start, int stop) {
        for (int run = other.run(start), next; start < stop; start = next, run++) {
            next = Math.min(stop, other.stop(run));
            add(next - start, other.bodyStart(start), other.bodyEnd(next));
        }
    }

    Span toBody(int start, int stop) {
        if (start >= stop) {
            int place = size == 0 ? 0 : bodyStart(Math.min(start, end - 1));
            return new Span(place, place);
        }
        int first = bodyStart(start);
        return new Span(first, Math.max(first, bodyEnd(stop)));
    }

    /** The first place of the text that stands for something at or after a place of the body; the end where none does. */
    int fromBody(int place) {
        for (int run = 0; run < size; run++) {
            if (to[run] > place) {
                return isCopy(run) ? at[run] + Math.max(0, place - from[run]) : at[run];
            }
        }
        return end;
    }

    /** The most of {@code [start, stop)} around {@code [coreStart, coreStop)} that has no markup between its characters. */
    Span unbroken(String body, Span whole, Span core) {
        int first = run(core.start());
        while (first > 0 && at[first] > whole.start() && isUnmarked(body, first - 1)) {
            first--;
        }
        int last = run(core.end() - 1);
        while (last + 1 < size && stop(last) < whole.end() && isUnmarked(body, last)) {
            last++;
        }
        return toBody(Math.max(at[first], whole.start()), Math.min(stop(last), whole.end()));
    }

    private boolean isUnmarked(String body, int run) {
        int next = from[run + 1];
        for (int i = to[run]; i < next; i++) {
            if (body.charAt(i) == '<') {
                return false;
            }
        }
        return to[run] > from[run] && to[run + 1] > next;
    }

    private int bodyStart(int place) {
        int run = run(place);
        return isCopy(run) ? from[run] + place - at[run] : from[run];
    }

    private int bodyEnd(int place) {
        int run = run(place - 1);
        return isCopy(run) ? from[run] + place - at[run] : to[run];
    }

    private boolean isCopy(int run) {
        return to[run] - from[run] == stop(run) - at[run];
    }

    private int stop(int run) {
        return run + 1 < size ? at[run + 1] : end;
    }

    private int run(int place) {
        int found = Arrays.binarySearch(at, 0, size, place);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private void append(int bodyFrom, int bodyTo) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        at[size] = end;
        from[size] = bodyFrom;
        to[size++] = bodyTo;
    }
}
