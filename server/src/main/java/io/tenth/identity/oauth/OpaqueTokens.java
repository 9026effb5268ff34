package io.tenth.identity.oauth;

import io.tenth.crypto.SecretToken;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.ProgramSignIn;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Makes tokens that say nothing: what one allows is looked up with each use. None is made for another resource than was allowed. */
final class OpaqueTokens implements OAuth2TokenGenerator<OAuth2Token> {

    private final ProgramGrants grants;

    OpaqueTokens(ProgramGrants grants) {
        this.grants = grants;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        var grant = StoredGrants.grantOf(Objects.requireNonNull(context.getAuthorization()));
        if (context.getAuthorizationGrant() instanceof OAuth2AuthorizationGrantAuthenticationToken asked) {
            checkResource(asked.getAdditionalParameters(), grant.resource());
        }
        var now = grants.now();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER,
                    ProgramSignIn.ACCESS_PREFIX + SecretToken.next().value(),
                    now,
                    now.plus(ProgramGrants.ACCESS),
                    context.getAuthorizedScopes());
        }
        return OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())
                ? new OAuth2RefreshToken(
                        ProgramSignIn.REFRESH_PREFIX + SecretToken.next().value(), now, grants.end(grant))
                : null;
    }

    private static void checkResource(Map<String, Object> parameters, String allowed) {
        var asked = parameters.get(StoredGrants.RESOURCE);
        if (asked != null && !asked.equals(allowed)) {
            throw new OAuth2AuthenticationException(AskedAccess.INVALID_TARGET);
        }
    }
}
