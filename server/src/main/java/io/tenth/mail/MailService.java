package io.tenth.mail;

import java.util.Optional;

/**
 * A kind of mail service that mailboxes are connected to: IMAP, Gmail, Microsoft 365, a folder of this server. An implementation
 * translates and no more; retries, limits of calls and what is read when are the business of its caller. Thread-safe.
 */
public interface MailService {

    MailboxKind kind();

    /**
     * Opens the sent mail of a mailbox. To try a connection before it is saved, open it and close it again.
     *
     * @throws MailServiceException.Reconnect when the grant or the password is no longer good
     * @throws MailServiceException when it cannot be opened for another reason
     */
    MailSession open(Connection connection) throws MailServiceException;

    /**
     * The same, with a toll that is paid before each call of the service.
     *
     * @param toll that of {@link #limit}
     */
    default MailSession open(Connection connection, Toll toll) throws MailServiceException {
        return open(connection);
    }

    /** How much of one mailbox the service may be asked; empty where it does not count. */
    default Optional<CallLimit> limit() {
        return Optional.empty();
    }
}
