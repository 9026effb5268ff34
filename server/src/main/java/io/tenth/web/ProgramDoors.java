package io.tenth.web;

import io.tenth.identity.Admission;
import io.tenth.identity.ProgramSignIn;
import io.tenth.identity.PublicAddress;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
        WebSettings settings,
        Answers answers) {

    /** Those that a program asks by itself, and no browser of a person. */
    static final Set<String> OF_PROGRAMS = Set.of(ProgramSignIn.TOKEN, ProgramSignIn.REVOKE, ProgramSignIn.REGISTER);

    private static final String[] ADDRESSES = {
        ProgramSignIn.AUTHORIZE,
        ProgramSignIn.TOKEN,
        ProgramSignIn.REVOKE,
        ProgramSignIn.REGISTER,
        ProgramSignIn.METADATA,
        ProgramSignIn.METADATA + "/**"
    };

    /**
     * The decision carries a secret of the request, which a forger does not know, in place of a token against forgery. To the page
     * of it any site may lead; the rest is closed to pages of others, and what they send there counts for nobody.
     */
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
        var name = new OwnName(address, number -> address.isKnown() || number.isLoopbackAddress(), answers);
        http.addFilterBefore(name, HeaderWriterFilter.class)
                .addFilterBefore(
                        where(path -> !path.equals(ProgramSignIn.AUTHORIZE), new CrossOrigin(settings, answers)),
                        HeaderWriterFilter.class)
                .addFilterBefore(where(ProgramSignIn.REGISTER::equals, new JsonOnly(answers)), HeaderWriterFilter.class)
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

    private static Filter where(Predicate<String> path, Filter filter) {
        return (request, response, chain) -> {
            if (path.test(AskedPath.of((HttpServletRequest) request))) {
                filter.doFilter(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        };
    }

    /** Whoever had decided already, in a session that is over, comes back to the page of it. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = "POST".equals(request.getMethod())
                ? ProgramSignIn.CONSENT + "?state=" + encoded(request.getParameter("state"))
                : ProgramSignIn.AUTHORIZE + "?" + Objects.requireNonNullElse(request.getQueryString(), "");
        response.sendRedirect("/sign-in?then=" + encoded(asked));
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(Objects.requireNonNullElse(text, ""), StandardCharsets.UTF_8);
    }
}
