package io.tenth.assistant;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.capture.Retention;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a tool was called, by whom and with which words, beside the events of whatever it changed. */
@Service
class ToolCalls {

    private final AskedWords words;
    private final Vault vault;
    private final Retention retention;
    private final AuditLog audit;

    ToolCalls(AskedWords words, Vault vault, Retention retention, AuditLog audit) {
        this.words = words;
        this.vault = vault;
        this.retention = retention;
        this.audit = audit;
    }

    /** How a call ended. */
    enum Outcome {
        DONE,
        /** It waits for the person's yes. */
        WAITING,
        /** With a sentence for the one who asked. */
        REFUSED,
        /** By a limit of how much may be asked. */
        LIMITED,
        /** By a fault of ours. */
        FAILED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private AuditEvent.Result result() {
            return this == DONE || this == WAITING ? AuditEvent.Result.SUCCESS : AuditEvent.Result.REFUSED;
        }
    }

    /**
     * What was called.
     *
     * @param flags why a compliance officer would look at it
     */
    record Called(String tool, Set<AuditEvent.ComplianceFlag> flags) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

        static Called of(ToolDescription<?, ?> tool) {
            return new Called(tool.name(), tool.flags());
        }

        /** A name that no tool has; of one that no tool could have nothing is written down. */
        static Called unknown(String name) {
            return new Called(NAME.matcher(name).matches() ? name : "unknown", Set.of());
        }
    }

    /** A call that is over. */
    record Ended(Called call, Outcome outcome, long milliseconds) {}

    @Transactional
    public void record(Ended ended, Asker asker, Actor.Person person) {
        var details = new HashMap<String, Object>(asked(ended, asker, person));
        details.put("outcome", ended.outcome().key());
        details.put("milliseconds", ended.milliseconds());
        audit.append(new AuditEvent(
                person.user(),
                "tool.called",
                "tool",
                ended.call().tool(),
                ended.outcome().result(),
                ended.call().flags(),
                details));
    }

    private Map<String, String> asked(Ended ended, Asker asker, Actor.Person person) {
        return switch (asker) {
            case Asker.Direct direct -> Map.of("door", "direct");
            case Asker.Assistant assistant -> {
                var asked = new HashMap<String, String>();
                asked.put("door", assistant.door().key());
                asked.put("origin", Objects.requireNonNullElse(assistant.origin(), ""));
                if (ended.outcome() != Outcome.LIMITED) {
                    asked.putAll(kept(assistant.words(), person));
                }
                yield asked;
            }
        };
    }

    private Map<String, String> kept(String asked, Actor.Person person) {
        var call = UuidCreator.getTimeOrderedEpoch();
        retention.begin(person);
        return Map.of("call", call.toString(), "words", words.keep(call, asked, vault.sealOf(person), person));
    }
}
