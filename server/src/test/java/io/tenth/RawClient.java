package io.tenth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Sends bytes as they are, well-formed or not, which no HTTP client would. */
public final class RawClient {

    private static final int LONGEST_WAIT_MILLIS = 5_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 \\d{3}");

    private final int port;

    private RawClient(int port) {
        this.port = port;
    }

    public static RawClient to(int port) {
        return new RawClient(port);
    }

    /** Sends everything at once, and listens until the server ends the connection or is silent for long. */
    public Said say(String request) {
        var heard = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            listen(socket, heard);
            return new Said(heard.toString(StandardCharsets.ISO_8859_1), true);
        } catch (SocketException reset) {
            return new Said(heard.toString(StandardCharsets.ISO_8859_1), true);
        } catch (SocketTimeoutException silent) {
            return new Said(heard.toString(StandardCharsets.ISO_8859_1), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void listen(Socket socket, ByteArrayOutputStream heard) throws IOException {
        var in = socket.getInputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            heard.write(next);
        }
    }

    /**
     * What came back.
     *
     * @param ended whether the server ended the connection
     */
    public record Said(String text, boolean ended) {

        public long answers() {
            return STATUS.matcher(text).results().count();
        }
    }
}
