package io.tenth.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes a program for the one that it names: it has no secret, and what it brings shows that it is the right one. With a code that
 * is the proof key, which Spring's own provider looks at; with a refresh token or one to give back it is the token.
 */
final class PublicClient implements AuthenticationConverter, AuthenticationProvider {

    private final StoredPrograms programs;

    PublicClient(StoredPrograms programs) {
        this.programs = programs;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        var form = new HashMap<String, Object>();
        request.getParameterMap().forEach((name, values) -> form.put(name, values.length == 1 ? values[0] : values));
        if (!(form.remove(OAuth2ParameterNames.CLIENT_ID) instanceof String client)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        if (request.getQueryString() != null || request.getHeader("DPoP") != null || hasRepeated(form)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null, form);
    }

    private static boolean hasRepeated(Map<String, Object> form) {
        return form.values().stream().anyMatch(value -> !(value instanceof String));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        var presented = (OAuth2ClientAuthenticationToken) authentication;
        if (AuthorizationGrantType.AUTHORIZATION_CODE
                .getValue()
                .equals(presented.getAdditionalParameters().get(OAuth2ParameterNames.GRANT_TYPE))) {
            return null;
        }
        var client = programs.findByClientId(String.valueOf(presented.getPrincipal()));
        if (client == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
