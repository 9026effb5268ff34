package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links with which forgotten passwords are replaced: one a person, good once and for an hour; a newer one voids the last. */
@Service
class Resets {

    static final Duration LIFE = Duration.ofMinutes(60);

    /** Between two that a person asks for: nobody's mailbox is filled by somebody who types their address. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ResetRepository repository;
    private final AuditLog audit;
    private final Clock clock;

    Resets(ResetRepository repository, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes one for somebody who asked; empty where one was made a moment ago. */
    @Transactional
    Optional<SecretToken> make(Actor.Person person) {
        var token = SecretToken.next();
        if (!put(person.user(), token, clock.instant().minus(PAUSE))) {
            return Optional.empty();
        }
        audit.append(AuditEvent.of(
                        person,
                        "account.reset_requested",
                        "account",
                        person.user().value())
                .with(ComplianceFlag.ACCESS));
        return Optional.of(token);
    }

    /** Makes one that an administrator hands to a colleague. */
    @Transactional
    SecretToken makeFor(UserId colleague, Actor.Person administrator) {
        demandAdministrator(administrator);
        var token = SecretToken.next();
        try {
            put(colleague, token, clock.instant());
        } catch (DataIntegrityViolationException noSuchPerson) {
            throw DomainException.notFound("account");
        }
        audit.append(AuditEvent.of(administrator, "account.reset_made", "account", colleague.value())
                .with(ComplianceFlag.ACCESS)
                .with(Map.of("by", "administrator")));
        return token;
    }

    /** Until when the link of a colleague is good; empty where there is none. */
    @Transactional(readOnly = true)
    Optional<Instant> expires(UserId colleague, Actor.Person administrator) {
        demandAdministrator(administrator);
        return repository.findEnd(colleague, clock.instant());
    }

    /** Whose link it is, while it is good. The visitor's claim is its hash. */
    @Transactional(readOnly = true)
    Optional<UserId> ownerOf(Actor.Visitor visitor) {
        return repository.findOwner(visitor.claim(), clock.instant());
    }

    private static void demandAdministrator(Actor.Person person) {
        if (person.role() != Role.ADMIN) {
            throw new DomainException(
                    ErrorCode.AUTHORIZATION_ERROR, "Only an administrator makes and sees such a link.");
        }
    }

    private boolean put(UserId user, SecretToken token, Instant notAfter) {
        var now = clock.instant();
        return repository.put(user, new ResetRepository.Link(token.hash(), now, now.plus(LIFE)), notAfter);
    }
}
