package io.tenth.client;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.ClientId;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.Version;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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

    /**
     * Corrects what the directory says of a client.
     *
     * @param demanded the versions of which one the change is meant for
     */
    @Transactional
    public Client edit(ClientId id, UnaryOperator<NewClient> change, Demand demanded, Actor.Person person) {
        var before = one(id, person);
        var said = NewClient.of(before);
        var after = change.apply(said);
        if (!demanded.allows(before.version()) || !repository.update(before, after)) {
            throw Version.outdated();
        }
        audit.append(AuditEvent.of(person, "client.updated", "client", id.value())
                .with(ComplianceFlag.CLIENT_DATA)
                .with(Map.of(
                        "increment_before",
                        String.valueOf(said.increment()),
                        "increment",
                        String.valueOf(after.increment()))));
        return one(id, person);
    }

    /**
     * Corrects what the directory says of a matter. It stays with its client.
     *
     * @param demanded the versions of which one the change is meant for
     */
    @Transactional
    public Matter edit(MatterId id, UnaryOperator<NewMatter> change, Demand demanded, Actor.Person person) {
        var before = one(id, person);
        var after = change.apply(NewMatter.of(before));
        if (!demanded.allows(before.version()) || !repository.update(before, after)) {
            throw Version.outdated();
        }
        audit.append(
                AuditEvent.of(person, "matter.updated", "matter", id.value()).with(ComplianceFlag.CLIENT_DATA));
        return one(id, person);
    }

    /** The matters of clients who are billed in steps of their own, with the steps in minutes. */
    @Transactional(readOnly = true)
    public Map<MatterId, Integer> increments(Actor.Person person) {
        return repository.increments();
    }
}
