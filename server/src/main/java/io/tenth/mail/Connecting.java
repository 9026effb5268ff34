package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Connects mailboxes. A connection is tried before it is kept, outside of any transaction: a mail server may take its time, and
 * meanwhile no connection to the database is held.
 */
@Service
public class Connecting {

    private final Mailboxes mailboxes;
    private final RemoteMail remote;

    Connecting(Mailboxes mailboxes, RemoteMail remote) {
        this.mailboxes = mailboxes;
        this.remote = remote;
    }

    /** Makes a mailbox. Refuses, in the service's words, a connection that does not open. */
    public MailboxId connect(NewMailbox asked, Actor.Person person) {
        return mailboxes.add(
                asked.connection() == null
                        ? asked
                        : new NewMailbox(asked.name(), asked.kind(), tried(asked.kind(), asked.connection(), person)),
                person);
    }

    /** Makes a mailbox of what a person has granted, named after its account. */
    MailboxId connect(MailboxKind kind, Connection.Grant granted, Actor.Person person) {
        var grant = (Connection.Grant) tried(kind, granted, person);
        return mailboxes.add(
                new NewMailbox(Objects.requireNonNullElse(grant.account(), kind.key()), kind, grant), person);
    }

    /** Connects a mailbox anew. Refuses what another account has granted: it would be taken for the mail of the first. */
    void reconnect(MailboxId id, MailboxKind kind, Connection.Grant granted, Actor.Person person) {
        var known = mailboxes.connection(id, person);
        var grant = (Connection.Grant) tried(kind, granted, person);
        if (!(known.connection() instanceof Connection.Grant before)
                || known.kind() != kind
                || (before.account() != null && !before.account().equals(grant.account()))) {
            throw DomainException.conflict(
                    "You signed in to another account than this mailbox is of. Connect that one as a mailbox of its own.");
        }
        mailboxes.edit(id, new Change.Keep<>(), grant, Demand.ANY, person);
    }

    /**
     * Changes a mailbox's name or connection, or both. A mailbox that is connected anew is well again, and goes on from where it
     * was read to.
     *
     * @param asked null where the connection stays
     * @param demanded the versions of which one the change is meant for
     */
    public Mailbox change(
            MailboxId id, Change<String> name, @Nullable AskedConnection asked, Demand demanded, Actor.Person person) {
        if (asked == null) {
            return mailboxes.edit(id, name, null, demanded, person);
        }
        var known = mailboxes.connection(id, person);
        var connection = asked.over(known.kind(), known.connection(), person);
        return mailboxes.edit(id, name, tried(known.kind(), connection, person), demanded, person);
    }

    /** The connection, with what the service has given anew. */
    private Connection tried(MailboxKind kind, Connection connection, Actor.Person person) {
        try {
            return remote.tried(kind, connection, person);
        } catch (MailServiceException refused) {
            throw DomainException.invalid(refused.sentence());
        }
    }
}
