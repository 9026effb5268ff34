package io.tenth.identity.oauth;

import io.tenth.identity.ProgramGrant;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.ProgramGrants.Secret;
import io.tenth.identity.ProgramSignIn;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The grants as authorizations. Since only hashes are kept, one that is found holds of its secrets the one that was presented, and
 * remembers by which it was found: from that follows which step is stored next.
 */
final class StoredGrants implements OAuth2AuthorizationService {

    static final String RESOURCE = "resource";

    private static final String FOUND_AS = StoredGrants.class.getName() + ".found";
    private static final String PRESENTED = StoredGrants.class.getName() + ".presented";

    /** Longer than any code lasts: a code that is found is in time. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private final ProgramGrants grants;
    private final StoredPrograms programs;

    StoredGrants(ProgramGrants grants, StoredPrograms programs) {
        this.grants = grants;
        this.programs = programs;
    }

    /** What was stored of an authorization that was found. */
    static ProgramGrant grantOf(OAuth2Authorization authorization) {
        return Objects.requireNonNull(authorization.getAttribute(ProgramGrant.class.getName()));
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        String consent = authorization.getAttribute(OAuth2ParameterNames.STATE);
        if (consent != null) {
            begin(authorization, consent);
            return;
        }
        var grant = grantOf(authorization);
        switch (Objects.requireNonNull(authorization.<Secret>getAttribute(FOUND_AS))) {
            case CONSENT -> allow(grant, authorization);
            case CODE -> exchange(grant, authorization);
            case REFRESH -> rotate(grant, authorization);
            case ACCESS -> grants.giveBack(grant, grant.person());
        }
    }

    private void begin(OAuth2Authorization authorization, String consent) {
        var request = Objects.requireNonNull(
                authorization.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()));
        var person = new Actor.Person(new UserId(UUID.fromString(authorization.getPrincipalName())), Role.USER);
        var more = request.getAdditionalParameters();
        grants.begin(
                new ProgramGrant(
                        person.user(),
                        UUID.randomUUID(),
                        UUID.fromString(request.getClientId()),
                        String.valueOf(more.get(RESOURCE)),
                        Objects.requireNonNull(request.getRedirectUri()),
                        scopes(request.getScopes()),
                        String.valueOf(more.get(PkceParameterNames.CODE_CHALLENGE)),
                        request.getState(),
                        false,
                        null,
                        null,
                        grants.endOfThinking()),
                consent,
                person);
    }

    private void allow(ProgramGrant grant, OAuth2Authorization authorization) {
        var code = Objects.requireNonNull(authorization.getToken(OAuth2AuthorizationCode.class))
                .getToken();
        var allowed = grants.allow(
                grant,
                scopes(authorization.getAuthorizedScopes()),
                code.getTokenValue(),
                Objects.requireNonNull(code.getExpiresAt()),
                grant.person());
        if (!allowed) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
    }

    /** Without tokens, it is the code of another program that was presented: then nobody gets any for it. */
    private void exchange(ProgramGrant grant, OAuth2Authorization authorization) {
        if (authorization.getAccessToken() == null) {
            grants.endReused(grant.id(), grant.person());
        } else if (grants.exchange(grant, tokens(authorization), grant.person())) {
            programs.recordUse(grant.program());
        } else {
            endReused(grant);
        }
    }

    private void rotate(ProgramGrant grant, OAuth2Authorization authorization) {
        var refresh = Objects.requireNonNull(authorization.getRefreshToken());
        if (refresh.isInvalidated()) {
            grants.giveBack(grant, grant.person());
        } else if (grants.rotate(
                grant,
                Objects.requireNonNull(authorization.<String>getAttribute(PRESENTED)),
                tokens(authorization),
                grant.person())) {
            programs.recordUse(grant.program());
        } else {
            endReused(grant);
        }
    }

    private void endReused(ProgramGrant grant) {
        grants.endReused(grant.id(), grant.person());
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }

    private static ProgramGrants.Tokens tokens(OAuth2Authorization authorization) {
        var access = Objects.requireNonNull(authorization.getAccessToken()).getToken();
        var refresh = Objects.requireNonNull(authorization.getRefreshToken()).getToken();
        return new ProgramGrants.Tokens(
                access.getTokenValue(),
                scopes(access.getScopes()),
                Objects.requireNonNull(access.getExpiresAt()),
                refresh.getTokenValue(),
                Objects.requireNonNull(refresh.getExpiresAt()));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        var grant = grantOf(authorization);
        grants.decline(grant, grant.person());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        throw new IllegalStateException("nobody asks for a grant by its id");
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return secrets(type).stream()
                .flatMap(secret -> find(token, secret).stream())
                .findFirst()
                .orElse(null);
    }

    private static List<Secret> secrets(@Nullable OAuth2TokenType type) {
        return switch (type == null ? "" : type.getValue()) {
            case OAuth2ParameterNames.STATE -> List.of(Secret.CONSENT);
            case OAuth2ParameterNames.CODE -> List.of(Secret.CODE);
            case OAuth2ParameterNames.ACCESS_TOKEN -> List.of(Secret.ACCESS);
            case OAuth2ParameterNames.REFRESH_TOKEN -> List.of(Secret.REFRESH);
            default -> List.of(Secret.ACCESS, Secret.REFRESH);
        };
    }

    private Optional<OAuth2Authorization> find(String token, Secret secret) {
        var visitor = new Actor.Visitor(ProgramGrants.hash(token));
        var found = grants.find(secret, visitor);
        if (found.isEmpty() && secret == Secret.REFRESH) {
            grants.findSpent(visitor)
                    .ifPresent(spent -> grants.endReused(spent.grant(), new Actor.Person(spent.user(), Role.USER)));
        }
        return found.filter(grant -> isGood(grant, secret)).map(grant -> authorization(grant, token, secret));
    }

    /** A code that was used before ends what came of it. An account that is shut gets nothing new. */
    private boolean isGood(ProgramGrant grant, Secret secret) {
        if (secret == Secret.CODE && grant.codeUsed()) {
            grants.endReused(grant.id(), grant.person());
            return false;
        }
        return grants.isOpen(grant.person());
    }

    private OAuth2Authorization authorization(ProgramGrant grant, String token, Secret secret) {
        var client =
                Objects.requireNonNull(programs.findByClientId(grant.program().toString()));
        var authorization = OAuth2Authorization.withRegisteredClient(client)
                .id(grant.id().toString())
                .principalName(grant.user().value().toString())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(keys(grant.scopes()))
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(grant))
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(
                                grant.user().value().toString(), "", List.of()))
                .attribute(ProgramGrant.class.getName(), grant)
                .attribute(FOUND_AS, secret)
                .attribute(PRESENTED, token);
        token(grant, token, secret).ifPresent(authorization::token);
        return authorization.build();
    }

    private Optional<OAuth2Token> token(ProgramGrant grant, String token, Secret secret) {
        var now = grants.now();
        var begin = now.minus(LATER);
        return switch (secret) {
            case CONSENT -> Optional.empty();
            case CODE -> Optional.of(new OAuth2AuthorizationCode(token, begin, now.plus(LATER)));
            case ACCESS ->
                Optional.of(new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, token, begin, now.plus(LATER), keys(grant.scopes())));
            case REFRESH -> Optional.of(new OAuth2RefreshToken(token, begin, now.plus(LATER)));
        };
    }

    private static OAuth2AuthorizationRequest request(ProgramGrant grant) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(ProgramSignIn.AUTHORIZE)
                .clientId(grant.program().toString())
                .redirectUri(grant.redirect())
                .scopes(keys(grant.scopes()))
                .state(grant.state())
                .additionalParameters(Map.of(
                        PkceParameterNames.CODE_CHALLENGE,
                        grant.challenge(),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256",
                        RESOURCE,
                        grant.resource()))
                .build();
    }

    private static Set<Scope> scopes(Set<String> keys) {
        return keys.stream().flatMap(key -> Scope.ofKey(key).stream()).collect(Collectors.toSet());
    }

    private static Set<String> keys(Set<Scope> scopes) {
        return scopes.stream().map(Scope::key).collect(Collectors.toSet());
    }
}
