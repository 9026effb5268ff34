package io.tenth.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Says no: as JSON to the API, with a page or by way of the sign-in to a person. */
@Component
final class Answers {

    static final String TOO_LARGE = "The body is longer than this operation takes.";

    private final JsonMapper json;
    private final Clock clock;

    Answers(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** A refusal in the form that a controller returns. */
    Object refusal(Refusal refusal, HttpServletRequest request) {
        if (isApi(request)) {
            return ResponseEntity.status(refusal.status())
                    .headers(refusal.headers())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body(refusal));
        }
        PageFrame.describe(request);
        var page = new ModelAndView("error", refusal.status());
        page.addObject("status", refusal.status().value());
        page.addObject("message", refusal.message());
        page.addObject("requestId", RequestIds.current());
        return page;
    }

    /**
     * What is said.
     *
     * @param details what is wrong, by field
     * @param headers what HTTP wants beside it, such as the methods that are allowed
     */
    record Refusal(HttpStatus status, String code, String message, Map<String, String> details, HttpHeaders headers) {

        static Refusal of(HttpStatus status, String message, Map<String, String> details) {
            return new Refusal(status, ErrorAnswer.codeOf(status), message, details, HttpHeaders.EMPTY);
        }

        static Refusal of(HttpStatus status, String message) {
            return of(status, message, Map.of());
        }
    }

    /** A refusal outside a controller. */
    void writeError(HttpServletResponse response, HttpStatus status, String message) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), body(Refusal.of(status, message)));
    }

    /** Sends a person to sign in; a part of a page is told to send the whole page there. */
    void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PageFrame.isPartial(request)) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect("/sign-in");
        }
    }

    /** Whether a request, or the one that failed before it came here, comes from a program: for the API, the tools by MCP, or tokens. */
    static boolean isApi(HttpServletRequest request) {
        var path = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .orElseGet(() -> AskedPath.of(request));
        return path.equals("/api")
                || path.startsWith("/api/")
                || path.equals(McpGate.PATH)
                || ProgramDoors.OF_PROGRAMS.contains(path);
    }

    private ErrorAnswer body(Refusal refusal) {
        return ErrorAnswer.of(refusal.code(), refusal.message(), refusal.details(), clock);
    }
}
