package io.tenth.identity;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.SecurityContext;
import io.tenth.store.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The secrets that passwords and access tokens rest on. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Passwords passwords(Secrets secrets) {
        return new Passwords(key(secrets.random("password-pepper"), "HmacSHA384"));
    }

    @Bean
    AccessTokens accessTokens(IdentitySettings settings, Secrets secrets, Clock clock) {
        var configured = settings.jwtSecretKey();
        var key = key(configured != null ? configured : secrets.random("jwt-secret-key"), "HmacSHA256");
        var decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(AccessTokens.lifetime(clock));
        return new AccessTokens(
                new NimbusJwtEncoder(new ImmutableSecret<SecurityContext>(key)),
                decoder,
                settings.accessTokenLife(),
                clock);
    }

    private static SecretKey key(String secret, String algorithm) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }
}
