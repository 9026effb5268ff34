package io.tenth.identity.oauth;

import io.tenth.identity.RefusedProgram;
import io.tenth.identity.ReturnAddress;
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
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriUtils;

/**
 * Sends a person back to the program, with the code or with what was wrong, and with the name of this server (RFC 9207). Whoever has
 * decided nothing is sent to no other machine, and to no program that a system knows by a scheme: anybody may register such a place,
 * and a link to this server would lead there (RFC 9700, 4.11.2). They stay here and are told why, as they do where it is not sure that
 * the place is the program's.
 */
final class WayBack implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String OVER =
            "This question of a program is answered already, or was open for too long. Start again in the program.";
    private static final String UNKNOWN =
            "This program is not registered here, or not any more. Remove Tenth from the program,"
                    + " and connect it again.";
    private static final String WRONG =
            "The program asked for something wrong, or wants you sent to a place that it has not"
                    + " registered. Remove Tenth from the program, and connect it again.";

    private final StoredPrograms programs;

    WayBack(StoredPrograms programs) {
        this.programs = programs;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var done = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var code = Objects.requireNonNull(done.getAuthorizationCode()).getTokenValue();
        response.sendRedirect(link(done, Objects.requireNonNull(done.getRedirectUri()), Map.of("code", code)));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused
                && refused.getAuthorizationCodeRequestAuthentication() != null
                && refused.getAuthorizationCodeRequestAuthentication().getRedirectUri() != null) {
            var asked = refused.getAuthorizationCodeRequestAuthentication();
            tell(refused.getError(), asked, Objects.requireNonNull(asked.getRedirectUri()), request, response);
        } else {
            stay(new RefusedProgram(sentence(request), null), request, response);
        }
    }

    private static void tell(
            OAuth2Error error,
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            String redirect,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var place = ReturnAddress.of(redirect);
        var link = link(asked, redirect, said(error));
        if (error.getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED)
                || place.filter(ReturnAddress::isOwnMachine).isPresent()) {
            response.sendRedirect(link);
        } else {
            var sentence = "The program cannot be connected, since what it asked for is not right. "
                    + Objects.requireNonNullElse(error.getDescription(), error.getErrorCode()) + ".";
            var back = place.map(known -> new RefusedProgram.Way(link, known.host()));
            stay(new RefusedProgram(sentence, back.orElse(null)), request, response);
        }
    }

    private static void stay(RefusedProgram refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused.tell(request);
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    /** Only whoever decides sends a form. */
    private String sentence(HttpServletRequest request) {
        if ("POST".equals(request.getMethod())) {
            return OVER;
        }
        var client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        return client != null && programs.find(client).isPresent() ? WRONG : UNKNOWN;
    }

    private static Map<String, String> said(OAuth2Error error) {
        var said = new LinkedHashMap<String, String>();
        said.put("error", error.getErrorCode());
        put("error_description", error.getDescription(), said);
        return said;
    }

    private static String link(
            OAuth2AuthorizationCodeRequestAuthenticationToken asked, String redirect, Map<String, String> said) {
        var all = new LinkedHashMap<>(said);
        put("state", asked.getState(), all);
        put("iss", AuthorizationServerContextHolder.getContext().getIssuer(), all);
        var query = all.entrySet().stream()
                .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return redirect + (redirect.contains("?") ? "&" : "?") + query;
    }

    private static void put(String name, @Nullable String value, Map<String, String> into) {
        if (value != null && !value.isEmpty()) {
            into.put(name, value);
        }
    }
}
