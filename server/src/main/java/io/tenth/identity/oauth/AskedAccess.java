package io.tenth.identity.oauth;

import io.tenth.identity.Program;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * What a program asks for, and whether it may ask: for the tools of this server and no other resource (RFC 8707), with a proof key
 * by SHA-256, and to have the person sent back to where it has registered. Only once that is known is it told of any other mistake.
 */
final class AskedAccess
        implements AuthenticationConverter, Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    static final String INVALID_TARGET = "invalid_target";

    /** The address of the tools. */
    private static final String TOOLS = "/mcp";

    private static final int LONGEST_STATE = 2000;
    private static final Set<String> ALL =
            ProgramGrants.SCOPES.stream().map(Scope::key).collect(Collectors.toUnmodifiableSet());

    private final AuthenticationConverter read = new OAuth2AuthorizationCodeRequestAuthenticationConverter();
    private final StoredPrograms programs;

    AskedAccess(StoredPrograms programs) {
        this.programs = programs;
    }

    /** A program that names no scope asks for all. */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var asked = read.convert(request);
        if (!(asked instanceof OAuth2AuthorizationCodeRequestAuthenticationToken some)
                || !some.getScopes().isEmpty()) {
            return asked;
        }
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                some.getAuthorizationUri(),
                some.getClientId(),
                (Authentication) some.getPrincipal(),
                some.getRedirectUri(),
                some.getState(),
                ALL,
                some.getAdditionalParameters());
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        var redirect = Optional.ofNullable(asked.getRedirectUri());
        if (program(asked)
                .filter(known -> redirect.filter(known::mayReturnTo).isPresent())
                .isEmpty()) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri", null);
        }
        if (asked.getState() != null && asked.getState().length() > LONGEST_STATE) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "state", null);
        }
        if (!ALL.containsAll(asked.getScopes())) {
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "scope", asked);
        }
        var more = asked.getAdditionalParameters();
        if (!"S256".equals(more.get(PkceParameterNames.CODE_CHALLENGE_METHOD))
                || !String.valueOf(more.get(PkceParameterNames.CODE_CHALLENGE)).matches("[0-9A-Za-z_-]{43}")) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "code_challenge, by S256", asked);
        }
        if (!resource().equals(more.get(StoredGrants.RESOURCE))) {
            throw refused(INVALID_TARGET, "resource, which is " + resource(), asked);
        }
    }

    private Optional<Program> program(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        return programs.find(asked.getClientId());
    }

    private static String resource() {
        return AuthorizationServerContextHolder.getContext().getIssuer() + TOOLS;
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            String code, String parameter, @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        var error = new OAuth2Error(code, "Wrong or missing: " + parameter, null);
        return new OAuth2AuthorizationCodeRequestAuthenticationException(error, asked);
    }
}
