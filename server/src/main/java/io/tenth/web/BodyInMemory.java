package io.tenth.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A request whose body was read, within {@link BodyLimit}, and can be read again. */
final class BodyInMemory extends HttpServletRequestWrapper {

    private final byte[] body;

    private BodyInMemory(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static BodyInMemory of(HttpServletRequest request) throws IOException {
        return new BodyInMemory(request, request.getInputStream().readAllBytes());
    }

    /** Equal for requests that ask for the same: the method, the address, the version that is expected, and the body. */
    String fingerprint() {
        return String.join(
                "\n",
                getMethod(),
                getRequestURI(),
                Objects.requireNonNullElse(getQueryString(), ""),
                Objects.requireNonNullElse(getHeader("If-Match"), ""),
                digest());
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(body));
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is read at once");
        }
    }
}
