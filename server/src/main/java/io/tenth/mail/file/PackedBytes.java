package io.tenth.mail.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an archive, counted as they go in and as they come out unpacked, so that a small one cannot unpack to a large
 * one. Mail shrinks to a third or a tenth; what shrinks to a hundredth is no mail.
 */
final class PackedBytes extends FilterInputStream {

    private static final long UNSUSPICIOUS = 64L << 20;
    private static final long MOST_RATIO = 100;
    private static final long MOST_UNPACKED = 20L << 30;

    private static final String BOMB = "The archive unpacks to more than " + MOST_RATIO
            + " times its size; what stands behind this place in it was not read.";
    private static final String TOO_LARGE = "The archive unpacks to more than " + (MOST_UNPACKED >> 30)
            + " GB; what stands behind this place in it was not read. Split it, and read the parts.";

    private long count;
    private long unpacked;
    private @Nullable IOException failure;

    PackedBytes(InputStream in) {
        super(in);
    }

    /** Ends the reading of an archive with the sentence that its owner will see. */
    static final class TooMuchException extends IOException {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        TooMuchException(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    long count() {
        return count;
    }

    /** Throws what the stream itself failed with, as opposed to what is wrong in it. */
    void requireNoFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** What comes out, up to the end of the file at hand. It cannot be closed: others follow. */
    InputStream unpacking(InputStream out) {
        return new InputStream() {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = out.read(into, offset, length);
                unpacked += Math.max(0, read);
                requireBounds();
                return read;
            }
        };
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void requireBounds() throws TooMuchException {
        if (unpacked > MOST_UNPACKED) {
            throw new TooMuchException(TOO_LARGE);
        }
        if (unpacked > UNSUSPICIOUS + MOST_RATIO * count) {
            throw new TooMuchException(BOMB);
        }
    }
}
