package io.tenth.identity;

import io.tenth.shared.Actor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request may do, by whatever it was let in with.
 *
 * @param session the session that it belongs to; null for a token, which has none
 * @param scopes what a token allows; a session allows everything that its person may do
 * @param until when it ends by itself
 * @param program what the program is called that a person has connected; null for everything else
 */
public record Access(
        Account account,
        @Nullable SessionId session,
        Set<Scope> scopes,
        Instant until,
        @Nullable String program) {

    public Access {
        scopes = Set.copyOf(scopes);
    }

    static Access bySession(Account account, SessionId session, Instant until) {
        return new Access(account, session, Set.of(), until, null);
    }

    public Actor.Person person() {
        return account.person();
    }

    /** Whether it reaches what a scope stands for. */
    public boolean allows(Scope scope) {
        return !isByToken() || scopes.contains(scope);
    }

    /** Whether a program acts with a token, rather than a person who signed in. */
    public boolean isByToken() {
        return session == null;
    }
}
