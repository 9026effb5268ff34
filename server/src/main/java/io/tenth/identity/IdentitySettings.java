package io.tenth.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people come in.
 *
 * @param jwtSecretKey at least 32 bytes; null for one that the installation makes and keeps
 * @param jwtSecretKeysOld keys that signed before, whose tokens are still taken
 * @param accessTokenLife how long an access token of the API is good
 * @param refreshTokenLife how long it can be renewed without another sign-in
 * @param openRegistration whether anybody may make an account
 */
@ConfigurationProperties("tenth.identity")
record IdentitySettings(
        @Nullable String jwtSecretKey,
        @Nullable List<String> jwtSecretKeysOld,
        Duration accessTokenLife,
        Duration refreshTokenLife,
        boolean openRegistration) {

    private static final int LEAST_BYTES = 32;

    IdentitySettings {
        jwtSecretKeysOld = List.copyOf(Objects.requireNonNullElse(jwtSecretKeysOld, List.of()));
        Stream.concat(Stream.ofNullable(jwtSecretKey), jwtSecretKeysOld.stream())
                .forEach(IdentitySettings::checkLength);
    }

    private static void checkLength(String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
            throw new IllegalArgumentException("JWT_SECRET_KEY has fewer than 32 bytes: a shorter key can be guessed.");
        }
    }

    List<String> oldKeys() {
        return Objects.requireNonNullElse(jwtSecretKeysOld, List.of());
    }

    @Override
    public String toString() {
        return "IdentitySettings[accessTokenLife=" + accessTokenLife + ", refreshTokenLife=" + refreshTokenLife + "]";
    }
}
