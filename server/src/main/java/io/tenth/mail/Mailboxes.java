package io.tenth.mail;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import io.tenth.shared.MailboxId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes of a person, and the only writer of them. */
@Service
public class Mailboxes {

    /** The mailbox that files go into which are uploaded without naming one. */
    public static final String UPLOADS = "Uploaded files";

    private final MailboxRepository repository;
    private final AuditLog audit;
    private final Clock clock;

    Mailboxes(MailboxRepository repository, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Mailbox> all(Actor.Person person) {
        return repository.all(person);
    }

    @Transactional(readOnly = true)
    public Mailbox one(MailboxId id, Actor.Person person) {
        return repository.find(id, person).orElseThrow(() -> DomainException.notFound("mailbox"));
    }

    /** Adds a mailbox. Refuses a name that another one of the person's has. */
    @Transactional
    public MailboxId add(String typed, Actor.Person person) {
        return insert(nameOf(typed), person)
                .orElseThrow(() -> DomainException.conflict("You have a mailbox of this name already."));
    }

    /** The person's mailbox of that name, made when it is not there. */
    @Transactional
    public MailboxId named(String typed, Actor.Person person) {
        var name = nameOf(typed);
        return insert(name, person)
                .or(() -> repository.findNamed(name, person))
                .orElseThrow(() -> DomainException.notFound("mailbox"));
    }

    private Optional<MailboxId> insert(String name, Actor.Person person) {
        var id = MailboxId.next();
        if (!repository.insert(id, name, person, clock.instant())) {
            return Optional.empty();
        }
        audit.append(
                AuditEvent.of(person, "mailbox.created", "mailbox", id.value()).with(ComplianceFlag.CLIENT_DATA));
        return Optional.of(id);
    }

    private static String nameOf(String typed) {
        return Line.of(typed, "name", "The mailbox's name", 200);
    }
}
