package io.tenth.identity.web;

import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The status of a page that shows its form again and says why. */
final class RefusedForm {

    private RefusedForm() {}

    static void mark(HttpServletResponse response, DomainException refusal) {
        var wait = refusal.retrySeconds();
        var status = wait.isPresent() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT;
        response.setStatus(status.value());
        wait.ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
    }
}
