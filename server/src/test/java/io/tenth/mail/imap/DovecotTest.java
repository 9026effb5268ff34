package io.tenth.mail.imap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Unavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.BodyTerm;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IMAP against a real server, with folders that know their use, CONDSTORE and STARTTLS. */
class DovecotTest extends MailServiceContract {

    /** One for all the tests, each of which has an account of its own, until one of them breaks it. */
    private static @Nullable Dovecot running;

    private final String user = "dana-" + UUID.randomUUID() + "@firm.example";
    private final Own stand = new Own();
    private Dovecot server;

    @BeforeEach
    void start() {
        Assumptions.assumeTrue(
                Dovecot.program().isPresent(), "Dovecot is not installed; Debian has it as dovecot-imapd");
        running = running == null ? Dovecot.start() : running;
        server = running;
        server.setPassword(user, ImapStand.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
            running = null;
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
                "localhost", server.startTlsPort(), Connection.Security.STARTTLS, user, ImapStand.PASSWORD, null);

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

    @Test
    void signsInWithAnAccessTokenForAsLongAsThatIsGood() throws MailServiceException {
        send("by token");
        server.tokens().give("ya29.good", user);
        var before = server.tokens().asked();

        try (var session = stand.service().open(byToken("ya29.good"))) {
            assertThat(subjects(session, session.sentSince(NOW.minus(Duration.ofDays(2)), null)))
                    .containsExactly("by token");
        }
        server.tokens().revoke("ya29.good");

        assertThatExceptionOfType(Reconnect.class)
                .isThrownBy(() -> stand.service().open(byToken("ya29.good")));
        assertThat(server.tokens().asked() - before)
                .as("a token that is not taken is shown once")
                .isEqualTo(2);
    }

    @Test
    void takesAnAccessTokenOfSomebodyElseForNone() {
        server.tokens().give("ya29.lee", "lee@client.example");

        assertThatExceptionOfType(Reconnect.class)
                .isThrownBy(() -> stand.service().open(byToken("ya29.lee")));
    }

    @Test
    void takesAProviderOfTokensThatFailsForNoRevokedToken() {
        server.tokens().give("ya29.good", user);
        server.tokens().breakDown();
        running = null;

        try (var broken = server) {
            assertThat(broken).isNotNull();
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> stand.service().open(byToken("ya29.good")));
        }
    }

    /** Why the words of a scan are not left to the server: it looks for them in what was sent, not in what is shown. */
    @Test
    void listsWhatItsOwnSearchMisses() throws MailServiceException {
        stand.in(folder -> {
            folder.appendMessages(new MimeMessage[] {html("The con<b>tract</b> of M&uuml;ller")});
            assertThat(folder.search(new BodyTerm("tract"))).hasSize(1);
            assertThat(folder.search(new BodyTerm("contract"))).isEmpty();
            assertThat(folder.search(new BodyTerm("Müller"))).isEmpty();
        });

        try (var session = open()) {
            assertThat(session.sentSince(NOW.minus(Duration.ofDays(2)), List.of("contract", "müller"), null)
                            .references())
                    .hasSize(1);
        }
    }

    private static MimeMessage html(String body) throws MessagingException {
        var message = new MimeMessage((Session) null);
        message.setSubject("Lease");
        message.setSentDate(Date.from(NOW));
        message.setContent("<p>" + body + "</p>", "text/html; charset=utf-8");
        message.saveChanges();
        return message;
    }

    private Connection byToken(String token) {
        return new Connection.Imap("localhost", server.tlsPort(), Connection.Security.TLS, user, null, token);
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
        String user() {
            return user;
        }

        @Override
        public boolean revoke() {
            server.setPassword(user, "another");
            return true;
        }

        @Override
        public void breakDown() {
            server.close();
            running = null;
        }
    }
}
