package io.tenth.mail.oauth;

import io.tenth.mail.MailboxKind;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This server as it is registered with a provider.
 *
 * @param provider its name, for sentences
 * @param revokeUrl where a grant is given back; null where the provider has no such place
 * @param clientId null where the operator has not registered it
 * @param scope what is asked for, and no more
 * @param options what else the provider wants to be told with the link
 */
public record Application(
        MailboxKind kind,
        String provider,
        URI signInUrl,
        URI tokenUrl,
        @Nullable URI revokeUrl,
        @Nullable String clientId,
        @Nullable String clientSecret,
        String scope,
        Map<String, String> options) {

    @Override
    public String toString() {
        return "Application[" + kind + "]";
    }
}
