package io.tenth.mail;

import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.shared.Actor;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Opens mailboxes for reading by this server itself: within each provider's limits, which all nodes share, with another try where
 * one may help, and new tokens kept. A question takes 30 seconds at most, of IMAP 75, of a folder ten minutes.
 */
@Component
public class RemoteMail {

    private final MailServices services;
    private final RemoteLines lines;
    private final CallBudgets budgets;
    private final Mailboxes mailboxes;

    RemoteMail(MailServices services, RemoteLines lines, CallBudgets budgets, Mailboxes mailboxes) {
        this.services = services;
        this.lines = lines;
        this.budgets = budgets;
        this.mailboxes = mailboxes;
    }

    /** Opens a mailbox of the person's. Not to be called within a transaction: it waits for others. */
    public MailSession open(Connected mailbox, Actor.Person person) throws MailServiceException {
        var service = services.of(mailbox.kind());
        var name = nameOf(mailbox);
        var line = lines.to(mailbox.kind(), mailbox.connection(), name);
        var toll = line.unhurried(toll(service, name));
        return new RemoteSession(
                line,
                () -> service.open(mailbox.connection(), toll),
                mailbox.connection() instanceof Connection.Imap,
                renewed -> mailboxes.renew(mailbox, renewed, person));
    }

    /** Tries a connection, once. Returns it with what the service has given anew. Not to be called within a transaction. */
    Connection tried(MailboxKind kind, Connection connection, Actor.Person person) throws MailServiceException {
        var service = services.of(kind);
        var name = kind.key() + " tried by " + person.user().value();
        var line = lines.to(kind, connection, name);
        var toll = line.unhurried(toll(service, name));
        try {
            return line.askOnce(() -> {
                try (var session = service.open(connection, toll)) {
                    return session.renewed().orElse(connection);
                }
            });
        } catch (RemoteLine.OutOfTimeException late) {
            throw new Unavailable("The mail service did not answer in time.", late);
        }
    }

    private Toll toll(MailService service, String name) {
        return service.limit().map(limit -> budgets.of(name, limit)).orElse(Toll.FREE);
    }

    /** The provider counts by account, whoever has connected it. */
    private static String nameOf(Connected mailbox) {
        var account = mailbox.connection() instanceof Connection.Grant grant ? grant.account() : null;
        return mailbox.kind().key() + " "
                + Objects.requireNonNullElse(account, mailbox.mailbox().value().toString());
    }
}
