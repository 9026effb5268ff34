package io.tenth.identity;

import io.tenth.store.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secrets that passwords and tokens rest on. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final String PEPPER = "password-pepper";

    @Bean
    Passwords passwords(Secrets secrets) {
        return new Passwords(pepper(secrets));
    }

    /** Under the key of the passwords, which all nodes share and which never changes. */
    @Bean
    KnownDevices knownDevices(Secrets secrets) {
        return new KnownDevices(key("device|" + secrets.lasting(PEPPER), "HmacSHA256"));
    }

    @Bean
    TokenKeys tokenKeys(IdentitySettings settings, Secrets secrets, Clock clock) {
        var configured = settings.jwtSecretKey();
        return new TokenKeys(
                configured != null ? configured : secrets.random("jwt-secret-key"), settings.oldKeys(), clock);
    }

    @Bean
    AccessTokens accessTokens(TokenKeys keys, IdentitySettings settings, Clock clock) {
        return new AccessTokens(keys, settings.accessTokenLife(), clock);
    }

    @Bean
    RefreshTokens refreshTokens(TokenKeys keys, IdentitySettings settings, Clock clock) {
        return new RefreshTokens(keys, settings.refreshTokenLife(), clock);
    }

    static SecretKey pepper(Secrets secrets) {
        return key(secrets.lasting(PEPPER), "HmacSHA384");
    }

    private static SecretKey key(String secret, String algorithm) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }
}
