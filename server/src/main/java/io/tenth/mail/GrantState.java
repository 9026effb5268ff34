package io.tenth.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in at a provider was begun for. It goes with the person's browser to the provider and back, sealed.
 *
 * @param mailbox the one that is connected anew; null for a new one
 * @param verifier of PKCE
 * @param browser names the browser's session that began it
 */
record GrantState(MailboxKind kind, @Nullable UUID mailbox, String verifier, String browser, Instant expiresAt) {

    @Override
    public String toString() {
        return "GrantState[" + kind + "]";
    }
}
