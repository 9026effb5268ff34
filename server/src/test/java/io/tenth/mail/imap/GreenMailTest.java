package io.tenth.mail.imap;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import io.tenth.mail.MailServiceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

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
