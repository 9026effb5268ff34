package io.tenth.mail.imap;

import io.tenth.mail.Connection;
import io.tenth.mail.SampleMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An IMAP server with three messages, 1 to 3, that is honest but for what a test makes it do. It remembers what it was told. One
 * connection is served by one thread, which ends with it.
 */
public final class OddServer implements AutoCloseable {

    /** What the server does instead of what it should. Returns false to have that done after all. */
    @FunctionalInterface
    public interface Oddity {
        boolean answer(Talk talk) throws IOException;
    }

    final Map<Integer, byte[]> messages =
            new TreeMap<>(Map.of(1, message("one"), 2, message("two"), 3, message("three")));
    final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Oddity oddity = talk -> false;
    private volatile String greeting = "* OK ready";

    private OddServer(ServerSocket door) {
        this.door = door;
        Thread.ofVirtual().start(this::serve);
    }

    public static OddServer overTls() {
        return overTls(TestCertificate.LOCALHOST);
    }

    static OddServer overTls(TestCertificate certificate) {
        return with(certificate.server());
    }

    static OddServer inTheClear() {
        return with(null);
    }

    public OddServer does(Oddity odd) {
        oddity = odd;
        return this;
    }

    OddServer greets(String line) {
        greeting = line;
        return this;
    }

    public Connection.Imap connection(Connection.Security security) {
        return new Connection.Imap(
                "localhost", door.getLocalPort(), security, ImapStand.USER, ImapStand.PASSWORD, null);
    }

    /** What clients have said so far, line by line. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One command, and the way to answer it. */
    public record Talk(String tag, String command, InputStream in, OutputStream out) {

        public boolean asks(String beginning) {
            return command.startsWith(beginning);
        }

        public Talk say(String line) throws IOException {
            return raw(line + "\r\n");
        }

        public Talk raw(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return this;
        }

        public boolean ok() throws IOException {
            say(tag + " OK done");
            return true;
        }
    }

    private static OddServer with(@Nullable SSLContext tls) {
        try {
            var local = InetAddress.getByName("localhost");
            return new OddServer(
                    tls == null
                            ? new ServerSocket(0, 10, local)
                            : tls.getServerSocketFactory().createServerSocket(0, 10, local));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (true) {
            try {
                var socket = door.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            out.write((greeting + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            for (var line = line(in); line != null; line = line(in)) {
                heard.add(line);
                var words = line.split(" ", 2);
                var talk = new Talk(words[0], words.length > 1 ? words[1] : "", in, out);
                if (!oddity.answer(talk)) {
                    honestly(talk);
                }
            }
        } catch (IOException gone) {
            heard.add("gone");
        }
    }

    private void honestly(Talk talk) throws IOException {
        if (talk.asks("CAPABILITY")) {
            talk.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR");
        } else if (talk.asks("LIST")) {
            talk.say("* LIST (\\HasNoChildren) \"/\" INBOX").say("* LIST (\\Sent) \"/\" Sent");
        } else if (talk.asks("EXAMINE")) {
            talk.say("* " + messages.size() + " EXISTS")
                    .say("* OK [UIDVALIDITY 7] valid")
                    .say("* OK [UIDNEXT 4] next");
        } else if (talk.asks("UID SEARCH")) {
            talk.say("* SEARCH 1 2 3");
        } else if (talk.asks("UID FETCH")) {
            fetch(talk);
        }
        talk.ok();
    }

    private void fetch(Talk talk) throws IOException {
        for (var uid : uids(talk)) {
            var content = messages.get(uid);
            if (content != null && talk.command().contains("BODY.PEEK")) {
                talk.raw(body(uid, content.length, content));
            } else if (content != null) {
                talk.say("* " + uid + " FETCH (UID " + uid + " RFC822.SIZE " + content.length
                        + " INTERNALDATE \"02-Mar-2026 10:00:00 +0000\")");
            }
        }
    }

    /** A message in an answer, its length as the test claims it to be. */
    static String body(int uid, long claimed, byte[] content) {
        return "* " + uid + " FETCH (UID " + uid + " BODY[] {" + claimed + "}\r\n"
                + new String(content, StandardCharsets.UTF_8) + ")\r\n";
    }

    public static List<Integer> uids(Talk talk) {
        return Arrays.stream(talk.command().split(" ", -1)[2].split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    private static byte[] message(String subject) {
        return SampleMessage.of(subject, Instant.parse("2026-03-02T10:00:00Z"));
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new ArrayList<Integer>();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.add(next);
        }
        var text = new StringBuilder();
        line.forEach(character -> text.append((char) character.intValue()));
        return text.toString().strip();
    }
}
