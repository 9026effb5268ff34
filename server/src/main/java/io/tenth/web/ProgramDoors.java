package io.tenth.web;

import io.tenth.identity.Admission;
import io.tenth.identity.ProgramSignIn;
import io.tenth.identity.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/**
 * The addresses at which programs sign in. Whoever is not signed in at the one where a person decides comes back to it once they
 * are. Of the others, each finds out itself who asks; where programs cannot be connected, nothing is there.
 */
@Component
record ProgramDoors(
        ObjectProvider<ProgramSignIn> signIn,
        Admission admission,
        PublicAddress address,
        Throttle throttle,
        Answers answers) {

    private static final String[] ADDRESSES = {
        ProgramSignIn.AUTHORIZE,
        ProgramSignIn.TOKEN,
        ProgramSignIn.REVOKE,
        ProgramSignIn.REGISTER,
        ProgramSignIn.METADATA,
        ProgramSignIn.METADATA + "/**"
    };

    /** The decision carries a secret of the request, which a forger does not know, in place of a token against forgery. */
    HttpSecurity addTo(HttpSecurity http) throws Exception {
        http.securityMatcher(ADDRESSES)
                .csrf(csrf -> csrf.csrfTokenRepository(new ForgeryCookie())
                        .csrfTokenRequestHandler(new ForgeryTokenSource())
                        .ignoringRequestMatchers(ADDRESSES));
        var server = signIn.getIfAvailable();
        if (server == null) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                    .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, failure) ->
                            answers.writeError(response, HttpStatus.NOT_FOUND, "Programs cannot be connected here.")));
        }
        http.addFilterBefore(new OwnName(address, answers), HeaderWriterFilter.class)
                .addFilterBefore(new SessionFilter(admission), HeaderWriterFilter.class)
                .addFilterBefore(throttle.filter(), HeaderWriterFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(ProgramSignIn.AUTHORIZE)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, failure) -> toSignIn(request, response)));
        return server.addTo(http);
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = ProgramSignIn.AUTHORIZE + "?" + Objects.requireNonNullElse(request.getQueryString(), "");
        response.sendRedirect("/sign-in?then=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
    }
}
