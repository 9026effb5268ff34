package io.tenth.identity.oauth;

import io.tenth.identity.ProgramGrants;
import io.tenth.identity.ProgramSignIn;
import io.tenth.identity.Programs;
import io.tenth.identity.PublicAddress;
import io.tenth.identity.Scope;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationConsentAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2RefreshTokenAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Spring's authorization server, of which this much is used: a code with a proof key, refresh tokens, and giving tokens back. It
 * has no keys, since its tokens say nothing, and no clients with secrets.
 */
@Component
@ConditionalOnBooleanProperty("tenth.identity.connected-programs")
final class AuthorizationServer implements ProgramSignIn {

    private final PublicAddress address;
    private final StoredPrograms programs;
    private final StoredGrants grants;
    private final OpaqueTokens tokens;

    AuthorizationServer(PublicAddress address, Programs programs, ProgramGrants grants) {
        this.address = address;
        this.programs = new StoredPrograms(programs);
        this.grants = new StoredGrants(grants, this.programs);
        this.tokens = new OpaqueTokens(grants);
    }

    @Override
    public HttpSecurity addTo(HttpSecurity http) throws Exception {
        return http.with(new OAuth2AuthorizationServerConfigurer(), this::configure);
    }

    private void configure(OAuth2AuthorizationServerConfigurer server) {
        var asked = new AskedAccess(programs);
        var back = new WayBack(programs);
        var client = new PublicClient(programs);
        server.registeredClientRepository(programs)
                .authorizationService(grants)
                .authorizationConsentService(new EachTime())
                .tokenGenerator(tokens)
                .authorizationServerSettings(settings())
                .authorizationServerMetadataEndpoint(
                        metadata -> metadata.authorizationServerMetadataCustomizer(AuthorizationServer::describe))
                .clientAuthentication(authentication -> authentication
                        .authenticationConverters(all -> only(all, List.of(client)))
                        .authenticationProviders(all ->
                                only(all, List.of(client, new PublicClientAuthenticationProvider(programs, grants)))))
                .authorizationEndpoint(authorization -> authorization
                        .authorizationRequestConverters(all ->
                                only(all, List.of(asked, new OAuth2AuthorizationConsentAuthenticationConverter())))
                        .authenticationProviders(all -> all.forEach(provider -> check(provider, asked)))
                        .consentPage(CONSENT)
                        .authorizationResponseHandler(back)
                        .errorResponseHandler(back))
                .tokenEndpoint(token -> token.accessTokenRequestConverters(AuthorizationServer::onlyOurConverters)
                        .authenticationProviders(all -> only(
                                all,
                                List.of(
                                        new OAuth2AuthorizationCodeAuthenticationProvider(grants, tokens),
                                        new OAuth2RefreshTokenAuthenticationProvider(grants, tokens)))));
    }

    /** What a request says of its address counts only where no other is known; then none but this machine's is taken. */
    private AuthorizationServerSettings settings() {
        var settings = AuthorizationServerSettings.builder()
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .tokenRevocationEndpoint(REVOKE);
        return (address.isKnown() ? settings.issuer(address.link("")) : settings).build();
    }

    private static void check(AuthenticationProvider provider, AskedAccess asked) {
        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider request) {
            request.setAuthenticationValidator(asked);
            request.setAuthorizationConsentRequired(any -> true);
        }
    }

    private static void onlyOurConverters(List<AuthenticationConverter> all) {
        only(
                all,
                List.of(
                        new OAuth2AuthorizationCodeAuthenticationConverter(),
                        new OAuth2RefreshTokenAuthenticationConverter()));
    }

    private static <T> void only(List<T> all, List<T> ours) {
        all.clear();
        all.addAll(ours);
    }

    /** Says what is there, and not what Spring could do besides (RFC 8414). */
    private static void describe(OAuth2AuthorizationServerMetadata.Builder metadata) {
        var issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        metadata.claims(claims -> {
            claims.keySet()
                    .removeIf(name -> name.startsWith("introspection_")
                            || name.startsWith("dpop_")
                            || name.startsWith("tls_")
                            || name.equals("jwks_uri"));
            var none = List.of("none");
            claims.put("token_endpoint_auth_methods_supported", none);
            claims.put("revocation_endpoint_auth_methods_supported", none);
            claims.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
            claims.put("registration_endpoint", issuer + REGISTER);
            claims.put("authorization_response_iss_parameter_supported", true);
            claims.put(
                    "scopes_supported",
                    ProgramGrants.SCOPES.stream().map(Scope::key).sorted().toList());
        });
    }
}
