package io.tenth.e2e;

import io.tenth.mail.imap.Dovecot;
import io.tenth.mail.imap.TestCertificate;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Assumptions;

/** A person's sent mail on a real mail server, which outlives whoever reads it. It reaches back a day or two, as {@link Mailbox} has it. */
record ImapMailbox(Dovecot server) implements AutoCloseable {

    private static final int AT_ONCE = 100;

    /** Starts one with so many messages; leaves the test out where there is no Dovecot. */
    static ImapMailbox holding(int messages) throws MessagingException {
        Assumptions.assumeTrue(
                Dovecot.program().isPresent(), "Dovecot is not installed; Debian has it as dovecot-imapd");
        var mailbox = new ImapMailbox(Dovecot.start());
        mailbox.fill(messages);
        return mailbox;
    }

    /** What a server needs to read from it. */
    Map<String, String> settings() {
        return Map.of(
                "MAIL_ALLOW_HOSTS",
                "localhost",
                "MAIL_CA_FILE",
                TestCertificate.LOCALHOST.authority().toString());
    }

    /** Connects it, so that the server reads it by itself, and returns the path of that scan. */
    String connect(Api api, Books books) throws IOException, InterruptedException {
        api.post("/api/mailboxes", """
                {"name": "Work", "kind": "imap", "connection": {"host": "localhost", "port": %d, "security": "tls",
                 "user": "%s", "password": "%s"}}
                """.formatted(server.tlsPort(), Dovecot.USER, Dovecot.PASSWORD));
        return "/api/time-tracking/scans/" + books.text("SELECT scan_id::text FROM scans");
    }

    @Override
    public void close() {
        server.close();
    }

    private void fill(int messages) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.imaps.ssl.trust", "*");
        var first = OffsetDateTime.now(Clock.systemUTC()).minusMinutes(messages + 1);
        try (var store = Session.getInstance(settings).getStore("imaps")) {
            store.connect("localhost", server.tlsPort(), Dovecot.USER, Dovecot.PASSWORD);
            var folder = store.getFolder(Dovecot.SENT);
            for (var done = 0; done < messages; done += AT_ONCE) {
                folder.appendMessages(some(done + 1, Math.min(messages, done + AT_ONCE), first));
            }
        }
    }

    private static Message[] some(int from, int to, OffsetDateTime first) throws MessagingException {
        var some = new Message[to - from + 1];
        for (var number = from; number <= to; number++) {
            var text = Mailbox.message(number, first.plusMinutes(number));
            some[number - from] = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        }
        return some;
    }
}
