package io.tenth.entry;

import io.tenth.shared.DomainException;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;

/** Says what a constraint of the table means to the person whose write it refuses. */
final class Constraints {

    private Constraints() {}

    /** Carries out a write. A refusal of the database that a person can act on becomes one of ours; the rest rises. */
    static <T> T checked(Supplier<T> write) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException violation) {
            throw refusal(String.valueOf(violation.getMostSpecificCause().getMessage()), violation);
        }
    }

    static DomainException anotherRuns() {
        return DomainException.conflict("A timer is running already. Stop it first.");
    }

    /** The database names the constraint between quotation marks, in whatever language it speaks. */
    private static RuntimeException refusal(String message, DataIntegrityViolationException violation) {
        if (message.contains("\"time_entries_user_id_task_id_fkey\"")) {
            return DomainException.notFound("task");
        }
        return message.contains("\"time_entries_one_active\"") ? anotherRuns() : violation;
    }
}
