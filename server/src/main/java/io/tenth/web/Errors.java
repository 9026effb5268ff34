package io.tenth.web;

import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what a controller throws into an answer: JSON for the API, a page for a person. A refusal says its own sentence; for a
 * fault the answer gives only the request's id, under which the log tells the rest.
 */
@ControllerAdvice
class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Clock clock;

    Errors(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    Object refusal(DomainException refusal, HttpServletRequest request) {
        return answer(
                ErrorAnswer.statusOf(refusal.code()), refusal.code().name(), refusal.sentence(), Map.of(), request);
    }

    @ExceptionHandler
    Object invalidFields(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        var fields = invalid.getFieldErrors().stream()
                .collect(Collectors.toMap(
                        field -> field.getField(),
                        field -> String.valueOf(field.getDefaultMessage()),
                        (first, second) -> first));
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "VALIDATION_ERROR", "Some fields are wrong.", fields, request);
    }

    @ExceptionHandler
    Object wrongType(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "VALIDATION_ERROR",
                "A value has the wrong form.",
                Map.of(wrong.getName(), "has the wrong form"),
                request);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "VALIDATION_ERROR",
                "The body is not the JSON that this operation takes.",
                UnreadableBody.details(unreadable),
                request);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    Object databaseAway(Exception failure, HttpServletRequest request) {
        LOG.warn("the database did not answer: {}", failure.getClass().getName());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "SERVICE_UNAVAILABLE",
                "The database does not answer. Try again in a moment.",
                Map.of(),
                request);
    }

    /** What HTTP and the framework refuse, and every fault of our own. */
    @ExceptionHandler(Exception.class)
    Object other(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof ErrorResponse http) {
            var status = HttpStatus.valueOf(http.getStatusCode().value());
            return answer(status, ErrorAnswer.codeOf(status), status.getReasonPhrase() + ".", Map.of(), request);
        }
        LOG.error("a request failed: {}", thrown.getClass().getName(), thrown);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "Something went wrong on our side. The log has it under the request id.",
                Map.of(),
                request);
    }

    private Object answer(
            HttpStatus status, String code, String message, Map<String, String> details, HttpServletRequest request) {
        if (Answers.isApi(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ErrorAnswer.of(code, message, details, clock));
        }
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("message", message);
        page.addObject("requestId", RequestIds.current());
        return page;
    }
}
