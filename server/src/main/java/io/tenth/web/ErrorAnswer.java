package io.tenth.web;

import io.tenth.shared.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The one form in which the API says no. */
record ErrorAnswer(boolean success, Problem error, Meta meta) {

    /** What is wrong; the details name fields, where there are any to name. */
    record Problem(String code, String message, Map<String, String> details) {}

    record Meta(String requestId, Instant timestamp) {}

    static ErrorAnswer of(String code, String message, Map<String, String> details, Clock clock) {
        return new ErrorAnswer(
                false, new Problem(code, message, details), new Meta(RequestIds.current(), clock.instant()));
    }

    static HttpStatus statusOf(ErrorCode code) {
        return switch (code) {
            case VALIDATION_ERROR -> HttpStatus.UNPROCESSABLE_CONTENT;
            case AUTHENTICATION_ERROR -> HttpStatus.UNAUTHORIZED;
            case AUTHORIZATION_ERROR -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case PRECONDITION_FAILED -> HttpStatus.PRECONDITION_FAILED;
            case RATE_LIMIT_EXCEEDED -> HttpStatus.TOO_MANY_REQUESTS;
            case SERVICE_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** The code for a refusal that HTTP itself makes. */
    static String codeOf(HttpStatus status) {
        return switch (status) {
            case UNPROCESSABLE_CONTENT -> "VALIDATION_ERROR";
            case UNAUTHORIZED -> "AUTHENTICATION_ERROR";
            case FORBIDDEN -> "AUTHORIZATION_ERROR";
            case TOO_MANY_REQUESTS -> "RATE_LIMIT_EXCEEDED";
            case INTERNAL_SERVER_ERROR -> "INTERNAL_ERROR";
            default -> status.name();
        };
    }
}
