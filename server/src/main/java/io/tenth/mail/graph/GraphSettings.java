package io.tenth.mail.graph;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Microsoft 365 as the operator has set it up.
 *
 * @param clientId null where this server is not registered with Microsoft
 * @param apiUrl where Graph is; another than Microsoft's for national clouds and for tests
 * @param tenant whose people may sign in: the id of a directory, or {@code common}
 */
@ConfigurationProperties("tenth.mail.graph")
record GraphSettings(
        @Nullable String clientId, @Nullable String clientSecret, URI apiUrl, URI signInUrl, String tenant) {

    @Override
    public String toString() {
        return "GraphSettings[" + apiUrl + "]";
    }
}
