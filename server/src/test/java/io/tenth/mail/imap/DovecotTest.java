package io.tenth.mail.imap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.MailServiceException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IMAP against a real server, with folders that know their use, CONDSTORE and STARTTLS. */
class DovecotTest extends MailServiceContract {

    private Dovecot server;
    private final Own stand = new Own();

    @BeforeEach
    void start() {
        Assumptions.assumeTrue(
                Dovecot.program().isPresent(), "Dovecot is not installed; Debian has it as dovecot-imapd");
        server = Dovecot.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected Stand stand() {
        return stand;
    }

    @Test
    void readsOverStartTlsToo() throws MailServiceException {
        send("over the other port");
        var connection = new Connection.Imap(
                "localhost",
                server.startTlsPort(),
                Connection.Security.STARTTLS,
                ImapStand.USER,
                ImapStand.PASSWORD,
                null);

        try (var session = stand.service().open(connection)) {
            assertThat(subjects(session, session.sentSince(NOW.minus(Duration.ofDays(2)), null)))
                    .containsExactly("over the other port");
        }
    }

    @Test
    void asksNothingMoreWhereNothingHasChanged() throws MailServiceException {
        send("one");

        try (var session = open()) {
            var cursor = session.sentSince(NOW.minus(Duration.ofDays(2)), null).cursor();
            var calls = session.calls();

            assertThat(session.addedAfter(requireNonNull(cursor), null).references())
                    .isEmpty();
            assertThat(session.calls() - calls).isEqualTo(1);
        }
    }

    @Test
    void leavesNoTraceInTheMailbox() throws MailServiceException {
        send("unread");

        try (var session = open()) {
            subjects(session, session.sentSince(NOW.minus(Duration.ofDays(2)), null));
        }

        stand.in(folder -> assertThat(folder.getUnreadMessageCount()).isEqualTo(1));
    }

    private final class Own extends ImapStand {

        private Own() {
            super(Dovecot.SENT);
        }

        @Override
        int port() {
            return server.tlsPort();
        }

        @Override
        public boolean revoke() {
            server.setPassword("another");
            return true;
        }

        @Override
        public void breakDown() {
            server.close();
        }
    }
}
