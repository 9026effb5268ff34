package io.tenth.mail.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, in memory that does not grow with them: a long line comes in several pieces.
 *
 * <p>Beyond the current piece at least {@link #LOOKAHEAD} bytes can be seen, as far as the stream has them.
 */
final class LineStream implements Closeable {

    private static final int LONGEST_PIECE = 16 * 1024;
    private static final int LOOKAHEAD = 4 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[128 * 1024];
    private int start;
    private int end;
    private int filled;
    private boolean exhausted;
    private boolean startsLine;
    private boolean endedLine = true;
    private long offset;

    LineStream(InputStream in) {
        this.in = in;
    }

    /** Moves to the next piece; false at the end of the stream. */
    boolean advance() throws IOException {
        startsLine = endedLine;
        offset += end - start;
        start = end;
        fill();
        end = pieceEnd();
        endedLine = end > start && buffer[end - 1] == '\n';
        return end > start;
    }

    /** Whether the piece is the beginning of a line and not the rest of a long one. */
    boolean startsLine() {
        return startsLine;
    }

    /** Where the piece stands in the stream. */
    long offset() {
        return offset;
    }

    /** How much of the stream lies behind the reader, the current piece included. */
    long bytesRead() {
        return offset + (end - start);
    }

    int length() {
        return end - start;
    }

    byte byteAt(int index) {
        return buffer[start + index];
    }

    /** Whether the piece is nothing but a line end. */
    boolean isBlank() {
        return switch (length()) {
            case 1 -> byteAt(0) == '\n';
            case 2 -> byteAt(0) == '\r' && byteAt(1) == '\n';
            default -> false;
        };
    }

    boolean startsWith(byte[] prefix) {
        return startsWith(prefix, 0);
    }

    /** Whether the prefix stands at an index of the piece. */
    boolean startsWith(byte[] prefix, int index) {
        int from = start + index;
        return from + prefix.length <= end
                && Arrays.equals(buffer, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** The piece as text, a character for a byte. */
    String text() {
        return latin1(start, end);
    }

    /** The beginning of what follows the piece, a character for a byte. */
    String following() {
        return latin1(end, Math.min(filled, end + LOOKAHEAD));
    }

    void copyTo(OutputStream out, int from) throws IOException {
        out.write(buffer, start + from, length() - from);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private String latin1(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private int pieceEnd() {
        int most = Math.min(filled, start + LONGEST_PIECE);
        for (int i = start; i < most; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return most;
    }

    private void fill() throws IOException {
        if (exhausted || filled - start >= LONGEST_PIECE + LOOKAHEAD) {
            return;
        }
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        int read = in.readNBytes(buffer, filled, buffer.length - filled);
        filled += read;
        exhausted = filled < buffer.length;
    }
}
