package io.tenth.identity.oauth;

import io.tenth.identity.Program;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.Programs;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The registered programs as clients: all of them public, with a proof key, a code and refresh tokens that are good once. */
final class StoredPrograms implements RegisteredClientRepository {

    private static final Duration CODE = Duration.ofMinutes(2);

    private final Programs programs;

    StoredPrograms(Programs programs) {
        this.programs = programs;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new IllegalStateException("programs register at a door of their own");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return find(id).map(StoredPrograms::client).orElse(null);
    }

    /** Empty for what is no program's id. */
    Optional<Program> find(String id) {
        try {
            return programs.find(UUID.fromString(id), new Actor.Program());
        } catch (IllegalArgumentException notOfThisForm) {
            return Optional.empty();
        }
    }

    void recordUse(UUID program) {
        programs.recordUse(program, new Actor.Program());
    }

    private static RegisteredClient client(Program program) {
        var client = RegisteredClient.withId(program.id().toString())
                .clientId(program.id().toString())
                .clientName(program.name())
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(program.redirects()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE)
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .accessTokenTimeToLive(ProgramGrants.ACCESS)
                        .reuseRefreshTokens(false)
                        .build());
        ProgramGrants.SCOPES.stream().map(Scope::key).forEach(client::scope);
        return client.build();
    }
}
