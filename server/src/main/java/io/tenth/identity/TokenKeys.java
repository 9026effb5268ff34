package io.tenth.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tenth.crypto.SecretToken;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies JSON Web Tokens with HMAC-SHA-256 and no other algorithm. The header names the key by a hash of it, so that
 * a new key signs while tokens of the old ones run out. Nothing else of a header is believed.
 */
final class TokenKeys {

    private static final String ISSUER = "tenth";
    private static final String TYPE = "type";
    private static final int LONGEST = 4096;
    private static final int LENGTH_OF_ID = 16;

    private final String current;
    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final Clock clock;

    /**
     * Keys that sign and verify.
     *
     * @param secret signs
     * @param old verify what they signed when they were current
     */
    TokenKeys(String secret, List<String> old, Clock clock) {
        this.current = idOf(secret);
        this.clock = clock;
        keys.put(current, secret.getBytes(StandardCharsets.UTF_8));
        old.forEach(key -> keys.put(idOf(key), key.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same claims always make the same token. */
    String sign(String type, JWTClaimsSet.Builder claims, Instant issued, Instant expires) {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .keyID(current)
                .build();
        var token = new SignedJWT(
                header,
                claims.issuer(ISSUER)
                        .audience(ISSUER)
                        .claim(TYPE, type)
                        .issueTime(Date.from(issued))
                        .expirationTime(Date.from(expires))
                        .build());
        try {
            token.sign(new MACSigner(key(current).orElseThrow()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** What a token claims, if it is one of ours, of this type, and good at this moment. */
    Optional<JWTClaimsSet> verify(String token, String type) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var parsed = SignedJWT.parse(token);
            return isOurs(parsed)
                    ? Optional.of(parsed.getJWTClaimsSet()).filter(claims -> isGood(claims, type))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private boolean isOurs(SignedJWT token) throws JOSEException {
        var header = token.getHeader();
        var key = key(header.getKeyID());
        return key.isPresent()
                && JWSAlgorithm.HS256.equals(header.getAlgorithm())
                && JOSEObjectType.JWT.equals(header.getType())
                && header.getCriticalParams() == null
                && token.verify(new MACVerifier(key.get()));
    }

    /** No tolerance: the clock that checks the time is the one that set it. */
    private boolean isGood(JWTClaimsSet claims, String type) {
        return type.equals(claims.getClaim(TYPE))
                && ISSUER.equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(ISSUER))
                && claims.getIssueTime() != null
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().isAfter(clock.instant())
                && (claims.getNotBeforeTime() == null
                        || !claims.getNotBeforeTime().toInstant().isAfter(clock.instant()));
    }

    private Optional<byte[]> key(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(keys.get(id));
    }

    private static String idOf(String secret) {
        return new SecretToken("kid|" + secret).hash().substring(0, LENGTH_OF_ID);
    }
}
