package io.tenth.contract;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MimeType;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the server carries out for programs, as its own table of handlers has it. */
final class Operations {

    private Operations() {}

    static List<Operation> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().isAnnotationPresent(RestController.class))
                .flatMap(entry -> operations(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Operation::path)
                        .thenComparing(Operation::verb)
                        .thenComparing(Operation::method))
                .toList();
    }

    private static Stream<Operation> operations(RequestMappingInfo info, HandlerMethod handler) {
        var types = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MimeType::toString)
                .collect(Collectors.toSet());
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(verb -> new Operation(verb.name(), path, types, handler)));
    }
}
