package io.tenth.contract;

import io.tenth.shared.Page;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/**
 * A method on a path, and what carries it out.
 *
 * @param verb of HTTP
 * @param bodyTypes the media types it takes; empty where that is JSON
 */
record Operation(String verb, String path, Set<String> bodyTypes, HandlerMethod handler) {

    /** Types of which a parameter says who asks. */
    private static final Set<String> PERSONS = Set.of("Person", "Access", "Account");

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    Class<?> controller() {
        return handler.getBeanType();
    }

    String method() {
        return handler.getMethod().getName();
    }

    List<Parameter> parameters() {
        return List.of(handler.getMethod().getParameters());
    }

    boolean isWrite() {
        return WRITES.contains(verb);
    }

    /** Whether it is for nobody who has not signed in. */
    boolean isForPersons() {
        return persons().anyMatch(parameter -> !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** Whether it takes an access token at all. */
    boolean takesToken() {
        return persons().findAny().isPresent();
    }

    /** Whether it answers with server-sent events. */
    boolean tellsEvents() {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && List.of(mapping.produces()).contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    boolean takesFile() {
        return !bodyTypes.isEmpty();
    }

    boolean takesBody() {
        return takesFile() || body().isPresent();
    }

    boolean takesKey() {
        return isWrite() && isForPersons() && !takesFile();
    }

    boolean isPaged() {
        return rawAnswer() == Page.class;
    }

    Optional<Parameter> body() {
        return parameters().stream()
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst();
    }

    boolean demandsVersion() {
        return parameters().stream()
                .map(parameter -> parameter.getAnnotation(RequestHeader.class))
                .anyMatch(header ->
                        header != null && header.name().concat(header.value()).equals(HttpHeaders.IF_MATCH));
    }

    /** Whether it answers with the version of a thing: it does where the thing is changed by version. */
    boolean givesVersion() {
        return canGiveHeaders()
                && !isPaged()
                && Stream.of(controller().getDeclaredMethods())
                        .map(method ->
                                new Operation(verb, path, bodyTypes, new HandlerMethod(handler.getBean(), method)))
                        .anyMatch(Operation::demandsVersion);
    }

    /** Whether the method can say more than a body. */
    boolean canGiveHeaders() {
        return handler.getMethod().getReturnType() == ResponseEntity.class && hasAnswer();
    }

    boolean hasAnswer() {
        return rawAnswer() != void.class && rawAnswer() != Void.class;
    }

    /** What is in the body of an answer. */
    AnnotatedType answer() {
        var type = handler.getMethod().getAnnotatedReturnType();
        return handler.getMethod().getReturnType() == ResponseEntity.class
                ? ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0]
                : type;
    }

    /** The status of success, where the method's signature tells it. */
    HttpStatus status() {
        var said = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), ResponseStatus.class);
        return said == null ? HttpStatus.OK : said.code();
    }

    private Class<?> rawAnswer() {
        return Schemas.rawTypeOf(answer());
    }

    private Stream<Parameter> persons() {
        return parameters().stream()
                .filter(parameter -> PERSONS.contains(parameter.getType().getSimpleName())
                        && parameter.getType().getName().startsWith("io.tenth."));
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
