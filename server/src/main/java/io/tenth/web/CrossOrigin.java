package io.tenth.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of other origins away from the API, but for those that the operator has named. A browser says where a request comes
 * from and no page can make it lie; a request that says nothing comes from no browser. It is what protects the answers that set
 * or use a cookie, since the API takes no token against forgery.
 */
final class CrossOrigin extends OncePerRequestFilter {

    private static final List<String> ASKED = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            IdempotencyFilter.HEADER,
            RequestIds.HEADER,
            "MCP-Protocol-Version",
            "Mcp-Method",
            "Mcp-Name");
    private static final List<String> SHOWN = List.of(
            HttpHeaders.LOCATION,
            HttpHeaders.WWW_AUTHENTICATE,
            HttpHeaders.ETAG,
            HttpHeaders.RETRY_AFTER,
            Throttle.LEFT,
            Throttle.POLICY,
            IdempotencyFilter.REPLAYED,
            RequestIds.HEADER);

    /** What a browser sends: a scheme, a host and perhaps a port, or the word for a page that has none to name. */
    private static final Pattern FORM =
            Pattern.compile("null|[a-zA-Z][a-zA-Z0-9+.-]*://(\\[[0-9a-fA-F:.]+]|[a-zA-Z0-9._-]+)(:\\d{1,5})?");

    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    private final Set<String> origins;
    private final CorsConfiguration rules = new CorsConfiguration();
    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final Answers answers;

    CrossOrigin(WebSettings settings, Answers answers) {
        this.origins = settings.corsOrigins();
        this.answers = answers;
        rules.setAllowedOrigins(List.copyOf(origins));
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(ASKED);
        rules.setExposedHeaders(SHOWN);
        rules.setAllowCredentials(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            if (processor.processRequest(rules, request, response) && !CorsUtils.isPreFlightRequest(request)) {
                chain.doFilter(request, response);
            }
        } else if (isMalformed(origin) || comesFromElsewhere(origin, request)) {
            answers.writeError(response, HttpStatus.FORBIDDEN, "Pages of this origin may not use the API.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isMalformed(@Nullable String origin) {
        return origin != null && !FORM.matcher(origin).matches();
    }

    /** Older browsers name only the origin, and only where it differs or something is changed. */
    private static boolean comesFromElsewhere(@Nullable String origin, HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? origin != null && !origin.equalsIgnoreCase(own(request))
                : !site.equals("same-origin") && !site.equals("none");
    }

    /** The origin at which the browser sees this server. */
    private static String own(HttpServletRequest request) {
        var origin = request.getScheme() + "://" + request.getServerName();
        return Integer.valueOf(request.getServerPort()).equals(USUAL_PORTS.get(request.getScheme()))
                ? origin
                : origin + ":" + request.getServerPort();
    }
}
