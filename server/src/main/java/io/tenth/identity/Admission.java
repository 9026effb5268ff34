package io.tenth.identity;

import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds out who sends a request, by what it brings. In the steady state it asks the database nothing; see {@link Presence}. */
@Service
public class Admission {

    private final AccessTokens accessTokens;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final Presence presence;

    Admission(AccessTokens accessTokens, Sessions sessions, ApiTokens apiTokens, Presence presence) {
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.presence = presence;
    }

    /** Whom a bearer token of the API lets in: an access token, or a personal one. */
    public Optional<Access> byBearer(String token) {
        return token.startsWith(ApiTokens.PREFIX)
                ? byPersonalToken(token)
                : accessTokens.verify(token).flatMap(this::bySession);
    }

    /** Whom a personal token lets in, and nothing else. */
    public Optional<Access> byPersonalToken(String token) {
        return token.startsWith(ApiTokens.PREFIX) ? byHash(new SecretToken(token).hash()) : Optional.empty();
    }

    /** Whom the cookie of a page lets in. */
    public Optional<Access> byCookie(String secret) {
        var hash = new SecretToken(secret).hash();
        return presence.of("cookie " + hash, () -> {
            var access = sessions.find(new Actor.Visitor(hash));
            access.ifPresent(this::recordUse);
            return access;
        });
    }

    private Optional<Access> bySession(AccessTokens.Verified token) {
        return presence.of(
                "session " + token.session().value(),
                () -> sessions.find(token.session(), new Actor.Person(token.user(), Role.USER)));
    }

    private Optional<Access> byHash(String hash) {
        return presence.of("token " + hash, () -> {
            var access = apiTokens.find(new Actor.Visitor(hash));
            access.ifPresent(found -> apiTokens.recordUse(hash, found.person()));
            return access;
        });
    }

    private void recordUse(Access access) {
        if (access.session() != null) {
            sessions.recordUse(access.session(), access.person());
        }
    }
}
