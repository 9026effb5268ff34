package io.tenth.web;

import io.tenth.identity.Admission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;

/**
 * Who may reach what. The API knows a person by a bearer token and by nothing that a browser sends on its own; the pages know
 * one by a cookie, and every change that a page asks for carries a token against forgery. The headers of the answers are in
 * {@link AnswerHeaders}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** What somebody asks for who has no access token yet, or none any more. */
    private static final String[] OPEN_TO_ALL = {
        "/api/auth/login", "/api/auth/register", "/api/auth/refresh", "/api/auth/logout", "/api/auth/password-resets"
    };

    /** The pages that nobody has to sign in for. What is sent to them is a try to come in, and is limited as one. */
    private static final String[] OPEN_PAGES = {
        "/sign-in",
        "/join",
        "/forgot-password",
        "/reset-password",
        "/mailboxes/callback",
        "/error",
        "/assets/**",
        "/favicon.ico"
    };

    private static final RequestMatcher OPEN = RequestMatchers.anyOf(Arrays.stream(OPEN_PAGES)
            .map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toArray(RequestMatcher[]::new));

    static boolean isOpenPage(HttpServletRequest request) {
        return OPEN.matches(request);
    }

    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain operations(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Open to anybody; it knows a person only to show them the frame of their pages. */
    @Bean
    @Order(1)
    SecurityFilterChain contract(HttpSecurity http, Admission admission) throws Exception {
        return stateless(http)
                .securityMatcher(ContractPages.DOCUMENT, ContractPages.PAGE)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new ForgeryCookie()).csrfTokenRequestHandler(new ForgeryTokenSource()))
                .addFilterBefore(new SessionFilter(admission), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** A program that speaks MCP, by a personal token or one that was given to it for this alone. */
    @Bean
    @Order(1)
    SecurityFilterChain requestsOfPrograms(HttpSecurity http, McpGate gate, ApiFilters filters) throws Exception {
        return filters.addForPrograms(gate.addTo(stateless(http).securityMatcher(McpGate.PATH, McpGate.METADATA)))
                .csrf(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(McpGate.METADATA)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Where programs get tokens; a person decides, on a page and in their own session. */
    @Bean
    @Order(1)
    SecurityFilterChain programSignIn(HttpSecurity http, ProgramDoors doors) throws Exception {
        return doors.addTo(stateless(http)).build();
    }

    /** Without the filters that a request with a bearer token has no use for: each costs every request. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, Admission admission, ApiFilters filters, Answers answers)
            throws Exception {
        var known = stateless(http)
                .securityMatcher("/api/**")
                .addFilterBefore(new BearerFilter(admission), AuthorizationFilter.class);
        return filters.addTo(known)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers(HttpMethod.PUT, "/api/auth/password")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            answers.writeError(response, HttpStatus.UNAUTHORIZED, "A valid access token is needed.");
                        })
                        .accessDeniedHandler((request, response, failure) ->
                                answers.writeError(response, HttpStatus.FORBIDDEN, "This needs another role.")))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Admission admission, Throttle throttle, Answers answers)
            throws Exception {
        return stateless(http)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new ForgeryCookie()).csrfTokenRequestHandler(new ForgeryTokenSource()))
                .addFilterBefore(new SessionFilter(admission), AuthorizationFilter.class)
                .addFilterBefore(throttle.filter(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                        (request, response, failure) -> answers.sendToSignIn(request, response)))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable);
    }
}
