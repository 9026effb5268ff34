package io.tenth.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tenth.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The tokens that renew access tokens. Each is good once; its session's row says which one is. */
final class RefreshTokens {

    private static final String REFRESH = "refresh";

    private final TokenKeys keys;
    private final Duration life;
    private final Clock clock;

    RefreshTokens(TokenKeys keys, Duration life, Clock clock) {
        this.keys = keys;
        this.life = life;
        this.clock = clock;
    }

    /** What a token names. */
    record Presented(UserId user, SessionId session, UUID jti) {}

    Duration life() {
        return life;
    }

    /** A new one, which nobody holds yet. Whole seconds, since a token cannot say less. */
    SessionRepository.Current next() {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new SessionRepository.Current(UUID.randomUUID(), now, now.plus(life));
    }

    /** The token itself; the same row gives the same one. */
    String token(UserId user, SessionId session, SessionRepository.Current current) {
        var claims = new JWTClaimsSet.Builder()
                .subject(user.value().toString())
                .claim(AccessTokens.SESSION, session.value().toString())
                .jwtID(current.jti().toString());
        return keys.sign(REFRESH, claims, current.issued(), current.expires());
    }

    Optional<Presented> verify(String token) {
        return keys.verify(token, REFRESH).flatMap(RefreshTokens::presented);
    }

    private static Optional<Presented> presented(JWTClaimsSet claims) {
        try {
            return Optional.of(new Presented(
                    new UserId(UUID.fromString(claims.getSubject())),
                    new SessionId(UUID.fromString(String.valueOf(claims.getClaim(AccessTokens.SESSION)))),
                    UUID.fromString(claims.getJWTID())));
        } catch (IllegalArgumentException | NullPointerException namesNobody) {
            return Optional.empty();
        }
    }
}
