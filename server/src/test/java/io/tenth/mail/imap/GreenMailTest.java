package io.tenth.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailSession;
import io.tenth.mail.SampleMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IMAP against GreenMail, which knows little more than the protocol of 2003: no uses of folders, no CONDSTORE. */
class GreenMailTest extends MailServiceContract {

    private final GreenMail server = LocalImap.newServer();
    private GreenMailUser user;
    private int port;
    private final Own stand = new Own();

    @BeforeEach
    void start() {
        user = LocalImap.start(server, ImapStand.USER, ImapStand.PASSWORD);
        port = server.getImaps().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void asksTheServerForSizesOnce() throws MailServiceException {
        send("one", "two");

        try (var session = open()) {
            var listed = session.sentSince(NOW.minus(Duration.ofDays(30)), null).references();
            var calls = session.calls();
            var weight = session.weight(listed);
            var fetched = session.fetch(listed);

            assertThat(weight)
                    .isEqualTo(fetched.stream()
                            .mapToLong(MailSession.Fetched::bytes)
                            .sum());
            assertThat(session.calls()).as("sizes, and messages").isEqualTo(calls + 2);
        }
    }

    @Override
    protected Stand stand() {
        return stand;
    }

    private final class Own extends ImapStand {

        private Own() {
            super("Gesendete Objekte");
        }

        @Override
        int port() {
            return port;
        }

        @Override
        public void send(String subject, Instant sentAt) {
            try {
                var folder = server.getManagers().getImapHostManager().getFolder(user, "Gesendete Objekte");
                var message =
                        new MimeMessage((Session) null, new ByteArrayInputStream(SampleMessage.of(subject, sentAt)));
                folder.appendMessage(message, new Flags(), Date.from(sentAt));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean revoke() {
            user.setPassword("another");
            return true;
        }

        @Override
        public void breakDown() {
            server.stop();
        }
    }
}
