package io.tenth.mail.imap;

import io.tenth.mail.Connection;
import io.tenth.mail.MailService;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailSession;
import io.tenth.mail.MailboxKind;
import javax.net.ssl.SSLSocketFactory;

/** Mailboxes on IMAP servers. */
final class ImapMail implements MailService {

    private final Egress egress;
    private final SSLSocketFactory tls;
    private final ImapLimits limits;

    ImapMail(Egress egress, SSLSocketFactory tls, ImapLimits limits) {
        this.egress = egress;
        this.tls = tls;
        this.limits = limits;
    }

    @Override
    public MailboxKind kind() {
        return MailboxKind.IMAP;
    }

    @Override
    public MailSession open(Connection connection) throws MailServiceException {
        if (!(connection instanceof Connection.Imap server)) {
            throw new IllegalArgumentException("not a connection to an IMAP server: " + connection);
        }
        try {
            return session(server);
        } catch (GarbledException garbled) {
            throw ImapSession.unreadable();
        }
    }

    private MailSession session(Connection.Imap server) throws MailServiceException, GarbledException {
        var connection = connected(server);
        try {
            return new ImapSession(connection, () -> connected(server), limits);
        } catch (MailServiceException | GarbledException refusal) {
            connection.close();
            throw refusal;
        }
    }

    private ImapConnection connected(Connection.Imap server) throws MailServiceException, GarbledException {
        return ImapConnection.to(server, egress.addressesOf(server.host()), tls, limits);
    }
}
