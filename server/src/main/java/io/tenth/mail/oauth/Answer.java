package io.tenth.mail.oauth;

import io.tenth.mail.MailServiceException.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider answered.
 *
 * @param complete false when it was longer than what is read
 * @param retryAfter how long it asks to be left alone
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the one who asked
public record Answer(int status, byte[] body, boolean complete, Optional<Duration> retryAfter) {

    private static final int LAST_GOOD = 299;
    private static final int FIRST_REFUSAL = 400;
    private static final int LAST_REFUSAL = 499;

    /** Refusals of the one who asks, whatever is asked: no grant, no permission, too much. */
    private static final Set<Integer> OF_THE_ASKER = Set.of(401, 403, 429);

    public boolean isGood() {
        return status >= 200 && status <= LAST_GOOD;
    }

    /** Whether the provider refuses what was asked for, and not the one who asks. */
    public boolean refusesTheThing() {
        return status >= FIRST_REFUSAL && status <= LAST_REFUSAL && !OF_THE_ASKER.contains(status);
    }

    /** The body of a good answer. */
    public JsonNode json() throws Unavailable {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException garbled) {
            throw new Unavailable("The mail service answers in a way that cannot be read.");
        }
    }

    /** The body of an answer that may be anything; missing where it is no JSON. */
    public JsonNode problem() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException noJson) {
            return JsonMapper.shared().missingNode();
        }
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
