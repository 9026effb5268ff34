package io.tenth.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no body in the API but JSON and files of mail, and none that is compressed: a form of another site is none of them, and a
 * few compressed bytes can be a gigabyte.
 */
final class JsonOnly extends OncePerRequestFilter {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private final Answers answers;

    JsonOnly(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isCompressed(request)) {
            answers.writeError(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, not compressed.");
        } else if (isForeign(request)) {
            answers.writeError(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The API takes application/json.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isCompressed(HttpServletRequest request) {
        var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return coding != null && !coding.strip().toLowerCase(Locale.ROOT).equals("identity");
    }

    private static boolean isForeign(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && !WITHOUT_BODY.contains(request.getMethod())
                && !BodyLimit.isFile(request)
                && !isJson(type);
    }

    private static boolean isJson(String type) {
        try {
            return MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
