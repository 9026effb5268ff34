package io.tenth.mail;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import io.tenth.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes of a person, and the only writer of them. {@link Connecting} tries a connection before it comes here. */
@Service
public class Mailboxes {

    /** The mailbox that files go into which are uploaded without naming one. */
    public static final String UPLOADS = "Uploaded files";

    private final MailboxRepository repository;
    private final Uploads uploads;
    private final Vault vault;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mailboxes(
            MailboxRepository repository,
            Uploads uploads,
            Vault vault,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.uploads = uploads;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Mailbox> all(Actor.Person person) {
        return repository.all(person, opener(person, Connection::withoutSecrets));
    }

    @Transactional(readOnly = true)
    public Mailbox one(MailboxId id, Actor.Person person) {
        return repository
                .find(id, person, opener(person, Connection::withoutSecrets))
                .orElseThrow(Mailboxes::notFound);
    }

    /** How many mailboxes the person has removed: whatever was kept under a lower number may be of one of them. */
    @Transactional(readOnly = true)
    public int removed(Actor.Person person) {
        return repository.removed(person);
    }

    /** What the mailbox is opened with, secrets and all. Refuses one that files are put into. */
    @Transactional(readOnly = true)
    public Connected connection(MailboxId id, Actor.Person person) {
        var mailbox = repository
                .find(id, person, opener(person, connection -> connection))
                .orElseThrow(Mailboxes::notFound);
        if (mailbox.connection() == null) {
            throw DomainException.conflict("Files are put into this mailbox; it has no connection.");
        }
        return new Connected(id, mailbox.kind(), mailbox.connection(), mailbox.version());
    }

    /** Who answers for a connected mailbox: a host of IMAP, a folder. Empty for a provider, which serves each account by itself. */
    @Transactional(readOnly = true)
    public Optional<String> host(MailboxId id, Actor.Person person) {
        return repository
                .find(id, person, opener(person, Connection::withoutSecrets))
                .flatMap(mailbox -> Optional.ofNullable(mailbox.connection())
                        .map(Connection::host)
                        .filter(host -> !host.isEmpty())
                        .map(host -> mailbox.kind().key() + " " + host));
    }

    /** The person's mailbox of that name, made when it is not there, to put files into. */
    @Transactional
    public MailboxId named(String typed, Actor.Person person) {
        var asked = new NewMailbox(typed, MailboxKind.FILE, null);
        return insert(asked, person)
                .or(() -> repository.findNamed(asked.name(), person))
                .orElseThrow(Mailboxes::notFound);
    }

    /** Adds a mailbox of which the connection was tried. Refuses a name that another one of the person's has. */
    @Transactional
    MailboxId add(NewMailbox asked, Actor.Person person) {
        return insert(asked, person).orElseThrow(Mailboxes::nameTaken);
    }

    /**
     * Changes a mailbox. What is connected to another account than before is read from its beginning.
     *
     * @param connection one that was tried; null where it stays
     * @param demanded the versions of which one the change is meant for
     */
    @Transactional
    Mailbox edit(
            MailboxId id, Change<String> name, @Nullable Connection connection, Demand demanded, Actor.Person person) {
        var before = one(id, person);
        var moves = connection != null && before.connection() != null && !connection.isSameAccount(before.connection());
        if (moves) {
            events.publishEvent(new MailboxMoved(id, person));
        }
        if (!write(id, NewMailbox.nameOf(name.over(before.name())), connection, demanded, person)) {
            throw Version.outdated();
        }
        if (moves) {
            repository.beginAnew(id, person);
        }
        audit.append(event("mailbox.updated", id, person)
                .with(Map.of("fields", connection == null ? List.of("name") : List.of("name", "connection"))));
        if (connection != null) {
            events.publishEvent(new MailboxConnected(id, person));
        }
        return one(id, person);
    }

    /**
     * Keeps what the service gave in place of an older token. It is the same connection; nobody has changed it. Where its owner has
     * changed the mailbox since it was opened, theirs stays.
     */
    @Transactional
    public void renew(Connected opened, Connection renewed, Actor.Person person) {
        var id = opened.mailbox();
        repository.renew(id, sealed(id, renewed, person), opened.version(), person);
    }

    /**
     * Forgets the connection and what was read out of the mailbox: messages, undecided proposals, the text beside those that were
     * accepted. The time that they became stays. Nothing of it is found from now on, and it is deleted lot by lot afterwards, by
     * whoever hears of it. A grant is given back to its provider afterwards.
     */
    @Transactional
    public void remove(MailboxId id, Demand demanded, Actor.Person person) {
        // First the scans stop, then the mailbox goes: in the order in which a scan locks its own row and the
        // mailbox's.
        events.publishEvent(new MailboxRemoved(id, person));
        leaveGrant(id, person);
        if (!repository.remove(id, demanded, person, clock.instant())) {
            one(id, person);
            throw Version.outdated();
        }
        uploads.removeAllOf(id, person);
        audit.append(event("mailbox.removed", id, person));
    }

    /** Notes that a removed mailbox's provider has taken its grant back. */
    @Transactional
    void noteGrantReturned(MailboxId id, Actor.Person person) {
        audit.append(event("mailbox.grant_returned", id, person));
    }

    /**
     * Notes how the mailbox stands after it was tried. Does nothing when it is gone.
     *
     * @param problem a sentence for its owner; null for {@link MailboxState#OK}, and for no other
     */
    @Transactional
    public void noteState(MailboxId id, MailboxState state, @Nullable String problem, Actor.Person person) {
        if (repository.note(id, state, problem, person)) {
            audit.append(event("mailbox.state_changed", id, person).with(Map.of("state", state.key())));
        }
    }

    /** Where the reading goes on; empty before the first time, and when all is to be listed again. */
    @Transactional(readOnly = true)
    public Optional<String> cursor(MailboxId id, Actor.Person person) {
        return repository.cursor(id, person).map(cursor -> seal(person).open(place("cursor", id), cursor));
    }

    /** Keeps the cursor, in the transaction that stores what was read up to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepCursor(MailboxId id, @Nullable String cursor, Actor.Person person) {
        repository.keepCursor(id, seal(person).closeIfAny(place("cursor", id), cursor), person);
    }

    /**
     * Notes that all was read that the mailbox has sent, in the transaction that stores it.
     *
     * @param since how far back
     * @param at until when
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteListed(MailboxId id, Instant since, Instant at, Actor.Person person) {
        repository.noteListed(id, since, at, person);
    }

    /** Until when all was read that the mailbox has sent; empty while that was never so. */
    @Transactional(readOnly = true)
    public Optional<Instant> listedAt(MailboxId id, Actor.Person person) {
        return repository.listedAt(id, person);
    }

    /** Notes that a scan has ended now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteScan(MailboxId id, Actor.Person person) {
        repository.noteScan(id, clock.instant(), person);
    }

    /** A provider takes back all that was granted of an account, so not while another mailbox is of it. */
    private void leaveGrant(MailboxId id, Actor.Person person) {
        var all = repository.all(person, opener(person, connection -> connection));
        all.stream()
                .filter(mailbox -> mailbox.id().equals(id))
                .filter(mailbox ->
                        all.stream().noneMatch(other -> !other.id().equals(id) && sharesGrant(mailbox, other)))
                .forEach(mailbox -> {
                    if (mailbox.connection() instanceof Connection.Grant grant) {
                        events.publishEvent(new GrantLeft(id, mailbox.kind(), grant, person));
                    }
                });
    }

    private static boolean sharesGrant(Mailbox one, Mailbox other) {
        return one.kind() == other.kind()
                && one.connection() != null
                && other.connection() != null
                && one.connection().isSameAccount(other.connection());
    }

    private Optional<MailboxId> insert(NewMailbox asked, Actor.Person person) {
        var id = MailboxId.next();
        var connection = asked.connection();
        var sealed = connection == null ? null : sealed(id, connection, person);
        if (!repository.insert(id, asked, sealed, person, clock.instant())) {
            return Optional.empty();
        }
        audit.append(event("mailbox.created", id, person)
                .with(Map.of("kind", asked.kind().key())));
        if (connection != null) {
            events.publishEvent(new MailboxConnected(id, person));
        }
        return Optional.of(id);
    }

    private boolean write(
            MailboxId id, String name, @Nullable Connection connection, Demand demanded, Actor.Person person) {
        try {
            return connection == null
                    ? repository.rename(id, name, demanded, person)
                    : repository.reconnect(id, name, sealed(id, connection, person), demanded, person);
        } catch (DuplicateKeyException taken) {
            throw nameTaken();
        }
    }

    private MailboxRepository.Opener opener(Actor.Person person, UnaryOperator<Connection> shown) {
        return (id, kind, closed) ->
                shown.apply(ConnectionText.read(kind, seal(person).open(place("connection", id), closed)));
    }

    private byte[] sealed(MailboxId id, Connection connection, Actor.Person person) {
        return seal(person).close(place("connection", id), ConnectionText.of(connection));
    }

    private Seal seal(Actor.Person person) {
        return vault.sealOf(person);
    }

    private static Place place(String column, MailboxId id) {
        return new Place("mailboxes", column, id.value());
    }

    private static AuditEvent event(String operation, MailboxId id, Actor.Person person) {
        return AuditEvent.of(person, operation, "mailbox", id.value()).with(ComplianceFlag.CLIENT_DATA);
    }

    private static DomainException notFound() {
        return DomainException.notFound("mailbox");
    }

    private static DomainException nameTaken() {
        return DomainException.conflict("You have a mailbox of this name already.");
    }
}
