package io.tenth.mail.oauth;

import io.tenth.mail.MailServiceException.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
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

    /** What is answered, or its beginning: so many bytes are read of it. */
    public static Answer of(HttpResponse<InputStream> response, int most) throws IOException {
        var body = response.body().readNBytes(most);
        return new Answer(
                response.statusCode(),
                body,
                response.body().read() < 0,
                pause(response.headers().firstValue("Retry-After")));
    }

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

    /** The pause that a {@code Retry-After} asks for, in seconds. Providers send no dates here. */
    public static Optional<Duration> pause(Optional<String> retryAfter) {
        return retryAfter
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
