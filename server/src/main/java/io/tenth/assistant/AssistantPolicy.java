package io.tenth.assistant;

import io.tenth.shared.DomainException;
import java.util.Arrays;
import java.util.Locale;

/** What an assistant may do by itself. It narrows what the person may do, and never widens it; the narrowest comes first. */
public enum AssistantPolicy {
    /** It reads. */
    READ_ONLY(Effect.NONE),
    /** It makes proposals; everything else waits for the person's yes. */
    PROPOSE(Effect.PROPOSALS),
    /** It changes drafts too. Approved time and settings wait for the person's yes. */
    ACT(Effect.DRAFTS);

    private final Effect most;

    AssistantPolicy(Effect most) {
        this.most = most;
    }

    /** What becomes of a call. */
    enum Leave {
        GO,
        ASK,
        NEVER
    }

    Leave leaveFor(Effect effect) {
        if (effect.compareTo(most) <= 0) {
            return Leave.GO;
        }
        return this == READ_ONLY ? Leave.NEVER : Leave.ASK;
    }

    /** The one of two that allows less. */
    AssistantPolicy narrower(AssistantPolicy other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name of the API. Refuses another word. */
    public static AssistantPolicy ofKey(String key) {
        return Arrays.stream(values())
                .filter(policy -> policy.key().equals(key))
                .findFirst()
                .orElseThrow(() -> DomainException.invalid("policy", "The policy is one of read_only, propose, act."));
    }
}
