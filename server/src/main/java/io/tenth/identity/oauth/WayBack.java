package io.tenth.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriUtils;

/**
 * Sends a person back to the program, with the code or with what was wrong, and with the name of this server (RFC 9207). Where it
 * is not sure that the place is the program's, the person stays here.
 */
final class WayBack implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var done = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        send(
                response,
                done,
                Map.of(
                        "code",
                        Objects.requireNonNull(done.getAuthorizationCode()).getTokenValue()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused
                && refused.getAuthorizationCodeRequestAuthentication() != null
                && refused.getAuthorizationCodeRequestAuthentication().getRedirectUri() != null) {
            send(response, refused.getAuthorizationCodeRequestAuthentication(), said(refused));
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    private static Map<String, String> said(OAuth2AuthorizationCodeRequestAuthenticationException refused) {
        var error = refused.getError();
        var said = new LinkedHashMap<String, String>();
        said.put("error", error.getErrorCode());
        if (error.getDescription() != null) {
            said.put("error_description", error.getDescription());
        }
        return said;
    }

    private static void send(
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            Map<String, String> said)
            throws IOException {
        var all = new LinkedHashMap<>(said);
        put("state", asked.getState(), all);
        put("iss", AuthorizationServerContextHolder.getContext().getIssuer(), all);
        var redirect = Objects.requireNonNull(asked.getRedirectUri());
        var query = all.entrySet().stream()
                .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        response.sendRedirect(redirect + (redirect.contains("?") ? "&" : "?") + query);
    }

    private static void put(String name, @Nullable String value, Map<String, String> into) {
        if (value != null && !value.isEmpty()) {
            into.put(name, value);
        }
    }
}
