package io.tenth.mail;

import java.io.ByteArrayOutputStream;

/**
 * Mends the line ends of a message that some program wrote all wrong: carriage returns alone, or two before each line feed. The
 * parser beneath takes neither for the end of a line, so it would see one header line and no text.
 *
 * <p>Told by the first line alone. A stray carriage return further down in a message is no line end, and stays.
 */
final class LineEnds {

    private static final String DOUBLED = "\r\r\n";

    private LineEnds() {}

    static byte[] mended(byte[] raw) {
        int end = 0;
        while (end < raw.length && !isLineEnd(raw[end])) {
            end++;
        }
        if (!startsWith(raw, end, "\r") || startsWith(raw, end, "\r\n")) {
            return raw;
        }
        if (startsWith(raw, end, DOUBLED)) {
            return undoubled(raw);
        }
        return hasLineFeed(raw) ? raw : withLineFeeds(raw);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }

    private static boolean startsWith(byte[] raw, int at, String end) {
        for (int i = 0; i < end.length(); i++) {
            if (at + i >= raw.length || raw[at + i] != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] undoubled(byte[] raw) {
        var mended = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (!startsWith(raw, i, DOUBLED)) {
                mended.write(raw[i]);
            }
        }
        return mended.toByteArray();
    }

    private static boolean hasLineFeed(byte[] raw) {
        for (byte b : raw) {
            if (b == '\n') {
                return true;
            }
        }
        return false;
    }

    private static byte[] withLineFeeds(byte[] raw) {
        byte[] mended = raw.clone();
        for (int i = 0; i < mended.length; i++) {
            mended[i] = mended[i] == '\r' ? (byte) '\n' : mended[i];
        }
        return mended;
    }
}
