package io.tenth.assistant;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.Role;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people, and the firm, let an assistant do. Of the two the narrower holds. */
@Service
public class AssistantPolicies {

    private final PolicyRepository repository;
    private final AuditLog audit;
    private final Clock clock;

    AssistantPolicies(PolicyRepository repository, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person has set, and what the firm has. */
    public record Both(AssistantPolicy own, AssistantPolicy firm) {

        /** What holds. */
        public AssistantPolicy effective() {
            return own.narrower(firm);
        }
    }

    @Transactional(readOnly = true)
    public Both of(Actor.Person person) {
        return new Both(
                repository.own(person).orElse(AssistantPolicy.PROPOSE),
                repository.firm().orElse(AssistantPolicy.ACT));
    }

    /** Sets a person's own. */
    @Transactional
    public Both set(AssistantPolicy policy, Actor.Person person) {
        repository.setOwn(policy, person, clock.instant());
        audit.append(changed("own", policy, person));
        return of(person);
    }

    /** Sets the firm's. Refuses everybody but an administrator; the database holds that too. */
    @Transactional
    public Both setFirm(AssistantPolicy policy, Actor.Person administrator) {
        demandAdministrator(administrator);
        repository.setFirm(policy, clock.instant());
        audit.append(changed("firm", policy, administrator));
        return of(administrator);
    }

    /** Refuses everybody but an administrator. */
    public static void demandAdministrator(Actor.Person person) {
        if (person.role() != Role.ADMIN) {
            throw new DomainException(
                    ErrorCode.AUTHORIZATION_ERROR, "Only an administrator says what the firm lets assistants do.");
        }
    }

    private static AuditEvent changed(String whose, AssistantPolicy policy, Actor.Person person) {
        return AuditEvent.of(
                        person,
                        "assistant_policy.changed",
                        "assistant_policy",
                        person.user().value())
                .with(ComplianceFlag.ACCESS)
                .with(Map.of("of", whose, "policy", policy.key()));
    }
}
