package io.tenth.benchmark;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Context;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.TimeExtractor;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Prints how long the engine takes over texts made to hurt it, at half a megabyte and at one: whatever it does, the second
 * time is about twice the first.
 */
public final class HostileText {

    private static final int LENGTH = 500_000;
    private static final int WARM = 20_000;
    private static final int REPEATS = 3;
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T17:00:00-05:00");
    private static final List<String> PIECES = List.of(
            "1",
            "1 ",
            "1-",
            "1,",
            "1:",
            "1.5 ",
            "1.5\t",
            "3/4 ",
            "9:00-10:00 ",
            "1'",
            "PT1H",
            "half half ",
            "half ",
            "one to ",
            "between ",
            "a further ",
            "and ",
            "hour ",
            "2 hours ",
            "bill 4 ",
            "$1 ",
            "3 March ",
            "the 12th ",
            ">",
            ">\n",
            "<",
            "<a ",
            "<div>",
            "<blockquote>x",
            "<td>1.5",
            "<tr><td>1.5</td>",
            "<!--",
            "&",
            "\t",
            "\n",
            "-",
            "- - ",
            "(",
            "a",
            "x y\n",
            "a. ",
            "a: 2 hours\n",
            "Hours\t\n1.5\t\n",
            "  1.5  lease\n",
            "On \n",
            "On Mon 3 Joe wrote:\n",
            "From: a\n",
            "this email \n",
            "I spent an hour on it, then ",
            "0.5, not 1.5, ",
            "total 2 hours. ",
            "Nils: 2h. ",
            "I met Ann, who left, 2h ",
            "KD | 1.5\n",
            "2h (",
            "today 2 hours, yesterday 5 ");

    private HostileText() {}

    /** Prints a line for each text, plain and as HTML. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        for (String piece : PIECES) {
            for (BodyFormat format : BodyFormat.values()) {
                milliseconds(piece, WARM, format);
            }
        }
        out.println("| text | as | 500,000 characters, ms | 1,000,000 characters, ms | ratio |");
        out.println("|---|---|---|---|---|");
        for (String piece : PIECES) {
            for (BodyFormat format : BodyFormat.values()) {
                double half = milliseconds(piece, LENGTH, format);
                double whole = milliseconds(piece, 2 * LENGTH, format);
                String name = piece.replace("\n", "\\n").replace("\t", "\\t");
                out.printf("| `%s` | %s | %.1f | %.1f | %.1f |%n", name, format, half, whole, whole / half);
            }
        }
    }

    /** The shortest of a few times, since the machine has other work. */
    private static double milliseconds(String piece, int length, BodyFormat format) {
        var message = new SentMessage("", "", "Time", SENT, format, piece.repeat(length / piece.length()));
        var extractor = new TimeExtractor();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            extractor.extract(message, Context.none());
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }
}
