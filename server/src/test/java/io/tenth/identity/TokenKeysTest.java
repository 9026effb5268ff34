package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenKeysTest {

    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String OLD = "the key of last year, long enough";
    private static final String NEW = "the key of this year, long enough";

    @Test
    void takeWhatAnOldKeySignedUntilTheKeyIsDropped() {
        var token = sign(new TokenKeys(OLD, List.of(), CLOCK));

        assertThat(new TokenKeys(NEW, List.of(OLD), CLOCK).verify(token, "access"))
                .isPresent();
        assertThat(new TokenKeys(NEW, List.of(), CLOCK).verify(token, "access")).isEmpty();
    }

    @Test
    void signWithTheCurrentKey() {
        var token = sign(new TokenKeys(NEW, List.of(OLD), CLOCK));

        assertThat(new TokenKeys(NEW, List.of(), CLOCK).verify(token, "access")).isPresent();
        assertThat(new TokenKeys(OLD, List.of(), CLOCK).verify(token, "access")).isEmpty();
    }

    @Test
    void makeTheSameTokenOfTheSameClaims() {
        var keys = new TokenKeys(NEW, List.of(), CLOCK);

        assertThat(sign(keys)).isEqualTo(sign(keys));
    }

    private static String sign(TokenKeys keys) {
        return keys.sign("access", new JWTClaimsSet.Builder().subject("somebody"), NOW, NOW.plusSeconds(60));
    }
}
