package io.tenth.web;

import io.tenth.identity.Access;
import io.tenth.identity.Admission;
import io.tenth.identity.ProgramAccess;
import io.tenth.identity.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Lets programs in that speak the Model Context Protocol: by a personal token, or by one that was given to the program for this
 * address alone, in the header of each request. A token of the API opens nothing here, and a token in the address is none. A
 * refusal says where the program finds out how to get one.
 */
@Component
final class McpGate {

    /** The one address of the protocol. */
    static final String PATH = "/mcp";

    /** Where it is described, as RFC 9728 has it; below it, the same by the path. */
    static final String METADATA = "/.well-known/oauth-protected-resource/**";

    private static final String DESCRIPTION = "/.well-known/oauth-protected-resource" + PATH;

    private final Admission admission;
    private final @Nullable ProgramAccess programs;
    private final PublicAddress address;
    private final Answers answers;

    McpGate(Admission admission, ObjectProvider<ProgramAccess> programs, PublicAddress address, Answers answers) {
        this.admission = admission;
        this.programs = programs.getIfAvailable();
        this.address = address;
        this.answers = answers;
    }

    HttpSecurity addTo(HttpSecurity http) throws Exception {
        return http.addFilterBefore(new OwnName(address, any -> true, answers), HeaderWriterFilter.class)
                .addFilterBefore(new Tokens(), AuthorizationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, failure) -> refuse(request, response)));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer resource_metadata=\"" + address.link(DESCRIPTION, origin(request)) + "\""
                        + (BearerFilter.token(request).isPresent() ? ", error=\"invalid_token\"" : ""));
        answers.writeError(response, HttpStatus.UNAUTHORIZED, "A token for this address is needed, in the header.");
    }

    private Optional<Access> access(String token, HttpServletRequest request) {
        return admission
                .byPersonalToken(token)
                .or(() -> programs == null
                        ? Optional.empty()
                        : programs.find(token, address.link(PATH, origin(request))));
    }

    private static String origin(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }

    /** Who comes with which token. */
    private final class Tokens extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            BearerFilter.token(request).flatMap(token -> access(token, request)).ifPresent(SignedIn::letIn);
            chain.doFilter(request, response);
        }
    }
}
