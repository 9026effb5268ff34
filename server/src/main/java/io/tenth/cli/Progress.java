package io.tenth.cli;

import io.tenth.mail.MailSource;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * A bar on standard error that shows how much of the mail is read; draws nothing where nobody sees it.
 *
 * <p>A few lines instead of a library: it knows the bytes beforehand, so there is nothing to estimate.
 */
final class Progress {

    private static final int WIDTH = 30;
    private static final long NANOS_BETWEEN_DRAWINGS = 100_000_000;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean visible;
    private final long totalBytes;
    private long bytesOfFormerSources;
    private long drawnAt;
    private boolean drawn;

    private Progress(PrintWriter err, boolean visible, long totalBytes) {
        this.err = err;
        this.visible = visible;
        this.totalBytes = totalBytes;
    }

    static Progress of(List<MailSource> sources, boolean visible, PrintWriter err) {
        long total = visible
                ? sources.stream()
                        .mapToLong(source -> source.totalBytes().orElse(0))
                        .sum()
                : 0;
        return new Progress(err, visible, total);
    }

    /** Draws the bar, ten times a second at most. */
    void show(long bytesOfSource, int messages) {
        if (visible && System.nanoTime() - drawnAt >= NANOS_BETWEEN_DRAWINGS) {
            draw(bytesOfFormerSources + bytesOfSource, messages);
            drawnAt = System.nanoTime();
        }
    }

    /** Counts a source as read. */
    void leave(long bytesOfSource) {
        bytesOfFormerSources += bytesOfSource;
    }

    /** Writes a line to standard error without running into the bar. */
    void printAbove(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    /** Removes the bar. */
    void clear() {
        if (drawn) {
            err.print(CLEAR_LINE);
            err.flush();
            drawn = false;
        }
    }

    private void draw(long bytes, int messages) {
        double share = totalBytes == 0 ? 0 : Math.min(1.0, (double) bytes / totalBytes);
        int filled = (int) (share * WIDTH);
        err.print(CLEAR_LINE
                + String.format(
                        Locale.ROOT,
                        "[%s%s] %3d %%  %,d messages",
                        "#".repeat(filled),
                        " ".repeat(WIDTH - filled),
                        (int) (share * 100),
                        messages));
        err.flush();
        drawn = true;
    }
}
