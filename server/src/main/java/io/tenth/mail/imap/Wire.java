package io.tenth.mail.imap;

import io.tenth.mail.Connection;
import io.tenth.mail.Connection.Security;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted connection to an IMAP server that has greeted. There is no other kind: where STARTTLS is refused or missing, or
 * the certificate is not the host's, nothing comes about.
 */
final class Wire implements AutoCloseable {

    private static final int LONGEST_GREETING = 8_192;
    private static final int MOST_LINES = 20;
    private static final int MOST_ADDRESSES = 3;
    private static final String TAG = "tls";

    private final Socket socket;
    private final Deadline deadline;
    private final AnswerGuard input;
    private final OutputStream output;

    private Wire(SSLSocket socket, Deadline deadline, ImapLimits limits) throws IOException {
        this.socket = socket;
        this.deadline = deadline;
        this.input = new AnswerGuard(socket.getInputStream(), limits);
        this.output = socket.getOutputStream();
    }

    /**
     * Connects.
     *
     * @param addresses of the host, of which the first few are tried in turn
     */
    static Wire to(Connection.Imap server, List<InetAddress> addresses, SSLSocketFactory tls, ImapLimits limits)
            throws MailServiceException {
        var deadline = new Deadline(limits.silence(), limits.operation());
        var plain = connected(server.port(), addresses, limits, deadline);
        try {
            if (server.security() == Security.STARTTLS) {
                greeted(plain.getInputStream());
                askForTls(plain);
            }
            var wire = new Wire(encrypted(plain, server, tls), deadline, limits);
            if (server.security() == Security.TLS) {
                greeted(wire.input);
            }
            return wire;
        } catch (IOException failure) {
            closeQuietly(plain);
            throw refusal(failure);
        } catch (MailServiceException refusal) {
            closeQuietly(plain);
            throw refusal;
        }
    }

    AnswerGuard input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    Deadline deadline() {
        return deadline;
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private static Socket connected(int port, List<InetAddress> addresses, ImapLimits limits, Deadline deadline)
            throws MailServiceException {
        @Nullable IOException last = null;
        for (var address : addresses.subList(0, Math.min(addresses.size(), MOST_ADDRESSES))) {
            var socket = new TimedSocket(deadline);
            try {
                socket.setTcpNoDelay(true);
                var most = Math.min(limits.connect().toMillis(), deadline.nextRead());
                socket.connect(new InetSocketAddress(address, port), (int) most);
                return socket;
            } catch (IOException failure) {
                closeQuietly(socket);
                last = failure;
            }
        }
        throw last == null
                ? new Unavailable("No mail server was found under this name.")
                : new Unavailable("The mail server cannot be reached on this port.", last);
    }

    /** Reads the greeting; one that lets us in before we said who we are is none of an honest server. */
    private static void greeted(InputStream in) throws IOException, MailServiceException {
        var greeting = line(in).toUpperCase(Locale.ROOT);
        if (greeting.startsWith("* BYE")) {
            throw new Unavailable("The mail server turns everybody away at the moment.");
        }
        if (!greeting.startsWith("* OK")) {
            throw new Impossible("What answers on this port is no IMAP server.");
        }
    }

    /** Whatever the server sends in the clear behind its answer is taken for TLS and ends the connection. */
    private static void askForTls(Socket plain) throws IOException, MailServiceException {
        plain.getOutputStream().write((TAG + " STARTTLS\r\n").getBytes(StandardCharsets.US_ASCII));
        for (var lines = 0; lines < MOST_LINES; lines++) {
            var answer = line(plain.getInputStream()).toUpperCase(Locale.ROOT);
            if (answer.startsWith(TAG.toUpperCase(Locale.ROOT) + " OK")) {
                return;
            }
            if (!answer.startsWith("* ")) {
                break;
            }
        }
        throw new Impossible("The mail server does not encrypt the connection (STARTTLS). Nothing was sent to it.");
    }

    private static SSLSocket encrypted(Socket plain, Connection.Imap server, SSLSocketFactory tls) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, server.host(), server.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** A line without its end, byte by byte, so that nothing behind it is taken. */
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_GREETING) {
                throw new IOException("no line came");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static MailServiceException refusal(IOException failure) {
        var causes = Stream.<@Nullable Throwable>iterate(
                failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause());
        if (causes.anyMatch(CertificateException.class::isInstance)) {
            return new Impossible(
                    "The mail server's certificate is refused: it is out of date, not made for this name, or of"
                            + " an authority that is not trusted here.");
        }
        return failure instanceof SSLException
                ? new Unavailable(
                        "No encrypted connection to the mail server came about. Is it the right port?", failure)
                : new Unavailable("The mail server does not answer.", failure);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException stillInUse) {
            // Nothing is left to be said to the server.
        }
    }
}
