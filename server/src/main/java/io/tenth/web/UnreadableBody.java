package io.tenth.web;

import java.util.Map;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field on which a body broke; never its value. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Map<String, String> details(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return Map.of(unknown.getPropertyName(), "is not a field of this body");
        }
        if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return Map.of(String.valueOf(wrong.getPath().getLast().getPropertyName()), "has the wrong type or form");
        }
        return Map.of("body", cause instanceof JacksonException ? "is not valid JSON" : "is missing or unreadable");
    }
}
