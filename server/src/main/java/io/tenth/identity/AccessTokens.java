package io.tenth.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import io.tenth.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The access tokens of the API: short-lived JSON Web Tokens that name a person and a session. What the person may do follows from
 * the session and the account as they are now, not from the token.
 */
final class AccessTokens {

    /** The claim that names the session. */
    static final String SESSION = "sid";

    private static final String ACCESS = "access";
    private static final int MOST = 20_000;

    private final TokenKeys keys;
    private final Duration life;
    private final Clock clock;
    private final Cache<String, Verified> verified;

    AccessTokens(TokenKeys keys, Duration life, Clock clock) {
        this.keys = keys;
        this.life = life;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(life).build();
    }

    /** What a token names that was found to be good. */
    record Verified(UserId user, SessionId session, Instant expires) {}

    Duration life() {
        return life;
    }

    String issue(Account account, SessionId session) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(account.id().value().toString())
                .claim("email", account.email())
                .claim("role", account.role().key())
                .claim(SESSION, session.value().toString());
        return keys.sign(ACCESS, claims, now, now.plus(life));
    }

    /** The session that a token names; empty for what is not a good token of this kind. */
    Optional<Verified> verify(String token) {
        var known = verified.getIfPresent(token);
        if (known != null) {
            return Optional.of(known).filter(good -> good.expires().isAfter(clock.instant()));
        }
        var found = keys.verify(token, ACCESS).flatMap(AccessTokens::read);
        found.ifPresent(good -> verified.put(token, good));
        return found;
    }

    private static Optional<Verified> read(JWTClaimsSet claims) {
        try {
            return Optional.of(new Verified(
                    new UserId(UUID.fromString(claims.getSubject())),
                    new SessionId(UUID.fromString(String.valueOf(claims.getClaim(SESSION)))),
                    claims.getExpirationTime().toInstant()));
        } catch (IllegalArgumentException | NullPointerException namesNobody) {
            return Optional.empty();
        }
    }
}
