package io.tenth.mail.imap;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/**
 * Watches what an IMAP server sends before it is parsed, and breaks off at a literal, a line or an answer that is too long: the
 * parser would make room for whatever is announced.
 */
final class AnswerGuard extends InputStream {

    private final InputStream in;
    private final ImapLimits limits;
    private long literalLeft;
    private long literalsLeft;
    private int answerLeft;
    private int lineLength;
    private long announced = -1;
    private boolean closed;
    private boolean returned;
    private boolean violated;
    private boolean silent;

    AnswerGuard(InputStream in, ImapLimits limits) {
        this.in = in;
        this.limits = limits;
        beginAnswer(0);
    }

    /**
     * The next answer begins.
     *
     * @param expected how many bytes of messages it should bring
     */
    void beginAnswer(long expected) {
        answerLeft = limits.answerBytes();
        literalsLeft = expected + limits.messageBytes();
        lineLength = 0;
    }

    /** Whether it broke off. */
    boolean isViolated() {
        return violated;
    }

    /** Whether the server fell silent within an answer. */
    boolean isSilent() {
        return silent;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = readFrom(into, from, length);
        var at = from;
        while (at < from + read) {
            at += literalLeft > 0 ? passed(from + read - at) : watched(into[at]);
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    private int readFrom(byte[] into, int from, int length) throws IOException {
        try {
            return in.read(into, from, length);
        } catch (SocketTimeoutException silence) {
            silent = true;
            throw silence;
        }
    }

    private int passed(int most) {
        var of = (int) Math.min(literalLeft, most);
        literalLeft -= of;
        return of;
    }

    /** A literal is announced by a number in braces at the end of a line. */
    private int watched(byte character) throws IOException {
        lineLength++;
        answerLeft--;
        if (lineLength > limits.lineBytes() || answerLeft < 0) {
            throw violation("an answer is too long");
        }
        if (character == '\n') {
            endLine();
        } else if (character == '\r') {
            returned = true;
        } else {
            announce(character);
            returned = false;
        }
        return 1;
    }

    private void endLine() throws IOException {
        if (closed && returned) {
            if (announced > limits.messageBytes() || announced > literalsLeft) {
                throw violation("a literal is too long");
            }
            literalLeft = announced;
            literalsLeft -= announced;
        }
        announced = -1;
        closed = false;
        returned = false;
        lineLength = 0;
    }

    private void announce(byte character) {
        var isDigit = character >= '0' && character <= '9';
        if (character == '{') {
            announced = 0;
            closed = false;
        } else if (character == '}' && announced >= 0 && !closed && !returned) {
            closed = true;
        } else if (isDigit && announced >= 0 && !closed) {
            announced = Math.min(announced * 10 + (character - '0'), Integer.MAX_VALUE);
        } else {
            announced = -1;
            closed = false;
        }
    }

    private IOException violation(String what) {
        violated = true;
        return new IOException(what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
