package io.tenth.web;

import io.tenth.identity.RefusedProgram;
import io.tenth.web.Answers.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what failed before a controller was reached: in a filter, in the firewall, in the server beneath. */
@Controller
class ErrorDispatch implements ErrorController {

    private final Answers answers;

    ErrorDispatch(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
        return answers.refusal(
                Refusal.of(
                        status,
                        RefusedProgram.of(request).map(RefusedProgram::sentence).orElseGet(() -> sentence(status))),
                request);
    }

    /** Only a wrong token against forgery is forbidden before a controller is reached: a page that was open for too long has one. */
    private static String sentence(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "This page is out of date. Load it again, and repeat what you did.";
            case TOO_MANY_REQUESTS -> "That was tried too often from where you are. Wait a minute, then try again.";
            default -> status.getReasonPhrase() + ".";
        };
    }
}
