package io.tenth.mail.file;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The bytes of one message as they are gathered; gives up the bytes of a message that grows beyond the limit. */
final class MessageBytes extends ByteArrayOutputStream {

    private final int limit;
    private boolean overLimit;

    MessageBytes(int limit) {
        super(4 * 1024);
        this.limit = limit;
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        if (overLimit || size() > limit - length) {
            overLimit = true;
            reset();
        } else {
            super.write(bytes, from, length);
        }
    }

    boolean isOverLimit() {
        return overLimit;
    }

    /** The message without the empty line that an mbox writer puts behind it. */
    byte[] withoutClosingLine() {
        int end = count;
        if (end >= 2 && buf[end - 1] == '\n' && buf[end - 2] == '\n') {
            end -= 1;
        } else if (end >= 3 && buf[end - 1] == '\n' && buf[end - 2] == '\r' && buf[end - 3] == '\n') {
            end -= 2;
        }
        return Arrays.copyOf(buf, end);
    }
}
