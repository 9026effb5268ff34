package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** The access tokens of the API: short-lived JSON Web Tokens, signed with HMAC-SHA-256 and no other algorithm. */
public final class AccessTokens {

    private static final String TYPE = "type";
    private static final String ACCESS = "access";
    private static final String ROLE = "role";
    private static final int LONGEST = 4096;

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final Duration life;
    private final Clock clock;

    AccessTokens(JwtEncoder encoder, JwtDecoder decoder, Duration life, Clock clock) {
        this.encoder = encoder;
        this.decoder = decoder;
        this.life = life;
        this.clock = clock;
    }

    public Duration life() {
        return life;
    }

    public String issue(Account account) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .subject(account.id().value().toString())
                .claim("email", account.email())
                .claim(ROLE, account.role().key())
                .claim(TYPE, ACCESS)
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    /** Verifies a token of the API. Throws {@link org.springframework.security.oauth2.jwt.JwtException} when it is not one. */
    public Jwt verify(String token) {
        if (token.length() > LONGEST) {
            throw new BadJwtException("longer than any token that was issued");
        }
        return decoder.decode(token);
    }

    /** The person whom a verified token names; empty when it is a token for another purpose. */
    public static Optional<Actor.Person> personOf(Jwt token) {
        if (!ACCESS.equals(token.getClaims().get(TYPE))
                || token.getExpiresAt() == null
                || !(token.getClaims().get(ROLE) instanceof String role)
                || !(token.getClaims().get("sub") instanceof String subject)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Actor.Person(new UserId(UUID.fromString(subject)), Role.ofKey(role)));
        } catch (IllegalArgumentException notAPerson) {
            return Optional.empty();
        }
    }

    /** No tolerance: the clock that checks the time is the one that set it. */
    static OAuth2TokenValidator<Jwt> lifetime(Clock clock) {
        var lifetime = new JwtTimestampValidator(Duration.ZERO);
        lifetime.setClock(clock);
        return lifetime;
    }
}
