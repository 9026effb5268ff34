package io.tenth.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A connection to the product that stays open as long as the product wants, and one request at a time on it. It does as little as a client can, since it shares
 * the processors with what it measures: no more of an answer is read than its status and where it ends.
 */
final class Connection implements AutoCloseable {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_CHUNKS = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "\r\ncontent-length:";
    private static final int FIRST_DIGIT_OF_STATUS = "HTTP/1.1 ".length();
    private static final int ROOM = 1 << 15;

    private final int port;
    private SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(ROOM);
    private byte[] answer = new byte[ROOM];
    private int filled;

    Connection(int port) throws IOException {
        this.port = port;
        channel = open();
    }

    private SocketChannel open() throws IOException {
        var opened = SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return opened;
    }

    /** Sends a request, reads its whole answer and returns the status. */
    int send(ByteBuffer request) throws IOException {
        var out = request.duplicate();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        filled = 0;
        read();
        var head = head();
        var fields = text(0, head).toLowerCase(Locale.ROOT);
        for (var end = endAfter(fields); filled < end || (end < 0 && !endsWith(END_OF_CHUNKS)); ) {
            read();
        }
        if (fields.contains("\r\nconnection: close")) {
            channel.close();
            channel = open();
        }
        return Integer.parseInt(text(FIRST_DIGIT_OF_STATUS, FIRST_DIGIT_OF_STATUS + 3));
    }

    /** The last answer, with its head. */
    String answer() {
        return text(0, filled);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void read() throws IOException {
        var length = channel.read(in.clear());
        if (length < 0) {
            throw new EOFException("the product closed a connection");
        }
        if (filled + length > answer.length) {
            answer = Arrays.copyOf(answer, 2 * answer.length);
        }
        in.flip().get(answer, filled, length);
        filled += length;
    }

    /** The length of the head of the answer, with the empty line after it. */
    private int head() throws IOException {
        for (var seen = 0; ; read()) {
            for (; seen + END_OF_HEAD.length <= filled; seen++) {
                if (Arrays.equals(answer, seen, seen + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                    return seen + END_OF_HEAD.length;
                }
            }
        }
    }

    /** Where the answer ends; -1 where it comes in chunks, and its end tells. */
    private static int endAfter(String fields) {
        var length = fields.indexOf(LENGTH);
        if (length >= 0) {
            var from = length + LENGTH.length();
            return fields.length()
                    + Integer.parseInt(
                            fields.substring(from, fields.indexOf('\r', from)).strip());
        }
        return fields.contains("\r\ntransfer-encoding: chunked") ? -1 : fields.length();
    }

    private boolean endsWith(byte[] end) {
        return filled >= end.length && Arrays.equals(answer, filled - end.length, filled, end, 0, end.length);
    }

    private String text(int from, int to) {
        return new String(answer, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
