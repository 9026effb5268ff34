package io.tenth.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines of a stream as bytes, each up to a limit; of a longer line only its existence is kept. */
final class ByteLines {

    private final InputStream in;
    private final int limit;
    private final Runnable beforeReading;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int next;
    private int end;
    private boolean tooLong;

    /**
     * Reads from a stream.
     *
     * @param limit the longest line in bytes
     * @param beforeReading is run each time before the stream is asked for more, since that may take long
     */
    ByteLines(InputStream in, int limit, Runnable beforeReading) {
        this.in = in;
        this.limit = limit;
        this.beforeReading = beforeReading;
    }

    /** Moves to the next line; false at the end of the stream. */
    boolean advance() throws IOException {
        line.reset();
        tooLong = false;
        if (!hasMore()) {
            return false;
        }
        boolean ended = false;
        while (!ended && hasMore()) {
            int stop = lineEnd();
            keep(next, stop);
            ended = stop < end;
            next = ended ? stop + 1 : stop;
        }
        return true;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        return !tooLong && line.toString(StandardCharsets.ISO_8859_1).isBlank();
    }

    byte[] bytes() {
        return line.toByteArray();
    }

    private boolean hasMore() throws IOException {
        if (next == end) {
            beforeReading.run();
            next = 0;
            end = Math.max(in.read(buffer), 0);
        }
        return end > 0;
    }

    private int lineEnd() {
        int at = next;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private void keep(int from, int to) {
        tooLong = tooLong || line.size() > limit - (to - from);
        if (tooLong) {
            line.reset();
        } else {
            line.write(buffer, from, to - from);
        }
    }
}
