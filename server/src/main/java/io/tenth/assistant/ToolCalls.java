package io.tenth.assistant;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a tool was called, beside the events of whatever it changed. */
@Service
class ToolCalls {

    private final AuditLog audit;

    ToolCalls(AuditLog audit) {
        this.audit = audit;
    }

    /** How a call ended. */
    enum Outcome {
        DONE,
        /** With a sentence for the one who asked. */
        REFUSED,
        /** By a fault of ours. */
        FAILED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Transactional
    public void record(ToolDescription<?, ?> tool, Outcome outcome, long milliseconds, Actor.Person person) {
        audit.append(new AuditEvent(
                person.user(),
                "tool.called",
                "tool",
                tool.name(),
                outcome == Outcome.DONE ? AuditEvent.Result.SUCCESS : AuditEvent.Result.REFUSED,
                tool.flags(),
                Map.of("outcome", outcome.key(), "milliseconds", milliseconds)));
    }
}
