package io.tenth.client;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.ClientId;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The firm's directory, and the only writer of it. Everybody who is signed in reads it and adds to it. */
@Service
public class Clients {

    private final ClientRepository repository;
    private final AuditLog audit;
    private final Clock clock;

    Clients(ClientRepository repository, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** All clients with their matters, by name. */
    @Transactional(readOnly = true)
    public List<Client> all(Actor.Person person) {
        return repository.clients();
    }

    /** All matters, by client and name. */
    @Transactional(readOnly = true)
    public List<Matter> matters(Actor.Person person) {
        return repository.matters();
    }

    @Transactional(readOnly = true)
    public Client one(ClientId id, Actor.Person person) {
        return repository.clients().stream()
                .filter(client -> client.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("client"));
    }

    @Transactional(readOnly = true)
    public Matter one(MatterId id, Actor.Person person) {
        return repository.matters().stream()
                .filter(matter -> matter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("matter"));
    }

    /** Adds a client. Refuses a code that is taken. */
    @Transactional
    public ClientId add(NewClient asked, Actor.Person person) {
        var id = ClientId.next();
        if (!repository.insert(id, asked, clock.instant())) {
            throw DomainException.conflict("Another client has the code " + asked.code() + ".");
        }
        audit.append(
                AuditEvent.of(person, "client.created", "client", id.value()).with(ComplianceFlag.CLIENT_DATA));
        return id;
    }

    /** Adds a matter. Refuses a number that is taken and a client that is not there. */
    @Transactional
    public MatterId add(NewMatter asked, Actor.Person person) {
        var id = MatterId.next();
        if (!repository.exists(asked.client())) {
            throw DomainException.notFound("client");
        }
        if (!repository.insert(id, asked, clock.instant())) {
            throw DomainException.conflict("Another matter has the number " + asked.number() + ".");
        }
        audit.append(
                AuditEvent.of(person, "matter.created", "matter", id.value()).with(ComplianceFlag.CLIENT_DATA));
        return id;
    }
}
