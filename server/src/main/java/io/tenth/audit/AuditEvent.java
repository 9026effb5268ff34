package io.tenth.audit;

import io.tenth.shared.Actor;
import io.tenth.shared.UserId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, as the audit log keeps it.
 *
 * @param user the account that asked; null where nobody had signed in
 * @param operation what happened, such as {@code proposal.accepted}
 * @param resourceType the kind of thing that it happened to, such as {@code proposal}
 * @param resourceId the id of that thing
 * @param result whether it was done or refused
 * @param flags why a compliance officer would look at it
 * @param details ids, numbers and names of fields; never mail text, never a secret
 */
public record AuditEvent(
        @Nullable UserId user,
        String operation,
        String resourceType,
        String resourceId,
        Result result,
        Set<ComplianceFlag> flags,
        Map<String, ?> details) {

    /** How it ended. */
    public enum Result {
        SUCCESS,
        REFUSED
    }

    /** What an event touches. */
    public enum ComplianceFlag {
        ACCESS,
        BILLABLE,
        CLIENT_DATA,
        TIME_TRACKING
    }

    public AuditEvent {
        flags = Set.copyOf(flags);
        details = Map.copyOf(details);
    }

    /** A change that a person made. */
    public static AuditEvent of(Actor.Person person, String operation, String resourceType, UUID resource) {
        return new AuditEvent(
                person.user(), operation, resourceType, resource.toString(), Result.SUCCESS, Set.of(), Map.of());
    }

    public AuditEvent with(ComplianceFlag... more) {
        return new AuditEvent(user, operation, resourceType, resourceId, result, Set.of(more), details);
    }

    public AuditEvent with(Map<String, ?> more) {
        return new AuditEvent(user, operation, resourceType, resourceId, result, flags, more);
    }
}
