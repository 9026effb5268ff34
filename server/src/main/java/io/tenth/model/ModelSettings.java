package io.tenth.model;

import io.tenth.store.StartRefusedException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The language model as the operator has set it up. Refuses the start where that is half done or would show the key in the open.
 *
 * @param baseUrl of an OpenAI-compatible service, such as {@code https://api.openai.com/v1}; null where there is none
 * @param key null where the service wants none
 * @param name of the model
 * @param answerWithin the longest time for one request
 */
@ConfigurationProperties("tenth.model")
record ModelSettings(
        @Nullable URI baseUrl,
        @Nullable String key,
        @Nullable String name,
        Network network,
        int requestsPerMinute,
        Duration answerWithin) {

    ModelSettings {
        if ((baseUrl == null) != (name == null)) {
            throw new StartRefusedException("OPENAI_BASE_URL and OPENAI_MODEL go together: set both, or none.");
        }
        if (baseUrl != null && !"https".equals(baseUrl.getScheme()) && network == Network.PUBLIC) {
            throw new StartRefusedException(
                    "OPENAI_BASE_URL begins with https. Without TLS, only a model in your own network may be asked: set"
                            + " OPENAI_NETWORK=inside.");
        }
    }

    /** Where the service may stand. */
    enum Network {
        /** On the Internet, and nowhere in the server's own network. */
        PUBLIC,
        /** On this machine or in its network as well. */
        INSIDE
    }

    boolean isComplete() {
        return baseUrl != null;
    }

    URI endpoint() {
        return URI.create(Objects.requireNonNull(baseUrl).toString().replaceAll("/+$", "") + "/chat/completions");
    }

    /** The host as people are told it, with a port that is not the usual one. */
    String host() {
        return Objects.requireNonNull(baseUrl).getAuthority().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "ModelSettings[" + baseUrl + ", " + name + "]";
    }
}
