package io.tenth.web;

import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what an operation of the API does not take in its query. A filter that is misspelt would hold nothing back, and a value
 * that is there twice would be taken for either. What an operation takes is what its method declares.
 */
final class QueryNames implements HandlerInterceptor {

    private static final int LONGEST_NAMED = 50;

    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null
                && handler instanceof HandlerMethod operation
                && operation.getBeanType().isAnnotationPresent(RestController.class)) {
            check(request.getParameterMap(), known.computeIfAbsent(operation.getMethod(), QueryNames::namesOf));
        }
        return true;
    }

    private static void check(Map<String, String[]> asked, Map<String, Boolean> names) {
        asked.forEach((name, values) -> {
            var mayRepeat = names.get(name);
            if (mayRepeat == null) {
                throw DomainException.invalid(shortened(name), "There is no such parameter. " + taken(names));
            }
            if (values.length > 1 && !mayRepeat) {
                throw DomainException.invalid(name, "The parameter " + name + " is there twice.");
            }
        });
    }

    private static String taken(Map<String, Boolean> names) {
        return names.isEmpty()
                ? "This operation takes none."
                : "This operation takes " + String.join(", ", names.keySet()) + ".";
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAMED ? name : name.substring(0, LONGEST_NAMED) + "…";
    }

    /** The names that a method takes, in its order, and whether each may come more than once. */
    private static Map<String, Boolean> namesOf(Method method) {
        var names = new LinkedHashMap<String, Boolean>();
        parameters(method).flatMap(QueryNames::inQuery).forEach(one -> names.put(nameOf(one), isList(one)));
        return names;
    }

    private static Stream<Parameter> inQuery(Parameter parameter) {
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            return Stream.of(parameter);
        }
        return isForm(parameter) ? parameters(parameter.getType().getDeclaredConstructors()[0]) : Stream.empty();
    }

    /** A record of the operation's own, of which each component is a parameter of the query. */
    private static boolean isForm(Parameter parameter) {
        return parameter.getType().isRecord()
                && parameter.getAnnotations().length == 0
                && parameter.getType().getPackageName().endsWith(".web");
    }

    private static String nameOf(Parameter parameter) {
        var asked = parameter.getAnnotation(RequestParam.class);
        var bound = parameter.getAnnotation(BindParam.class);
        var said = asked == null ? "" : asked.name() + asked.value();
        if (bound != null) {
            return bound.value();
        }
        return said.isEmpty() ? parameter.getName() : said;
    }

    private static boolean isList(Parameter parameter) {
        return Collection.class.isAssignableFrom(parameter.getType());
    }

    private static Stream<Parameter> parameters(Executable executable) {
        return Stream.of(executable.getParameters());
    }
}
