package io.tenth.web;

import io.tenth.shared.DomainException;
import io.tenth.web.Answers.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what a controller throws into an answer: JSON for the API, a page for a person. A refusal says its own sentence; for a
 * fault the answer gives only the request's id, under which the log tells the rest.
 */
@ControllerAdvice
class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Answers answers;

    Errors(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object refusal(DomainException refusal, HttpServletRequest request) {
        var status = ErrorAnswer.statusOf(refusal.code());
        var details =
                refusal.field().map(field -> Map.of(field, refusal.sentence())).orElse(Map.of());
        return answers.refusal(
                new Refusal(status, ErrorAnswer.codeOf(status), refusal.sentence(), details, headersOf(refusal)),
                request);
    }

    @ExceptionHandler
    Object invalidFields(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        var fields = invalid.getFieldErrors().stream()
                .collect(Collectors.toMap(
                        field -> field.getField(),
                        field -> field.isBindingFailure()
                                ? "has the wrong form"
                                : String.valueOf(field.getDefaultMessage()),
                        (first, second) -> first));
        return invalid("Some fields are wrong.", fields, request);
    }

    /** An id that is none names nothing. */
    @ExceptionHandler
    Object wrongForm(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answers.refusal(Refusal.of(HttpStatus.NOT_FOUND, "There is no such thing."), request);
        }
        return invalid("A value has the wrong form.", Map.of(wrong.getName(), "has the wrong form"), request);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return invalid("A value is missing.", Map.of(missing.getParameterName(), "is needed"), request);
    }

    @ExceptionHandler
    Object unreadable(InvalidParameterException query, HttpServletRequest request) {
        return invalid("The query cannot be read.", Map.of("query", "is not made of names and values"), request);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (BodyLimit.TooLong.caused(unreadable)) {
            return tooLong(request);
        }
        return invalid(
                "The body is not the JSON that this operation takes.",
                UnreadableBody.details(unreadable.getCause()),
                request);
    }

    @ExceptionHandler
    Object tooLong(BodyLimit.TooLong tooLong, HttpServletRequest request) {
        return tooLong(request);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    Object databaseAway(Exception failure, HttpServletRequest request) {
        LOG.warn("the database did not answer: {}", failure.getClass().getName());
        return unavailable(DatabaseAway.SENTENCE, DatabaseAway.RETRY_SECONDS, request);
    }

    /** Two changes were in each other's way and the database ended this one, of which nothing remains. */
    @ExceptionHandler
    Object inTheWay(PessimisticLockingFailureException failure, HttpServletRequest request) {
        LOG.warn("a change was in the way of another: {}", failure.getClass().getName());
        return unavailable(
                "Another change was in the way, and nothing was changed. Try again in a moment.", "1", request);
    }

    /** Whoever asked has gone before the answer was whole, and hears nothing any more. */
    @ExceptionHandler
    ModelAndView gone(AsyncRequestNotUsableException gone) {
        LOG.debug("a caller has gone: {}", gone.getClass().getName());
        return new ModelAndView();
    }

    private Object unavailable(String sentence, String retrySeconds, HttpServletRequest request) {
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        var later = new HttpHeaders();
        later.set(HttpHeaders.RETRY_AFTER, retrySeconds);
        return answers.refusal(new Refusal(status, ErrorAnswer.codeOf(status), sentence, Map.of(), later), request);
    }

    /** What HTTP and the framework refuse, and every fault of our own. */
    @ExceptionHandler(Exception.class)
    Object other(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof ErrorResponse http) {
            var status = HttpStatus.valueOf(http.getStatusCode().value());
            return answers.refusal(
                    new Refusal(
                            status,
                            ErrorAnswer.codeOf(status),
                            status.getReasonPhrase() + ".",
                            Map.of(),
                            http.getHeaders()),
                    request);
        }
        LOG.error("a request failed: {}", thrown.getClass().getName(), thrown);
        return answers.refusal(
                Refusal.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong on our side. The log has it under the request id."),
                request);
    }

    private static HttpHeaders headersOf(DomainException refusal) {
        var headers = new HttpHeaders();
        refusal.retrySeconds().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
        return headers;
    }

    private Object invalid(String message, Map<String, String> details, HttpServletRequest request) {
        return answers.refusal(Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, message, details), request);
    }

    private Object tooLong(HttpServletRequest request) {
        return answers.refusal(Refusal.of(HttpStatus.CONTENT_TOO_LARGE, Answers.TOO_LARGE), request);
    }
}
