package io.tenth.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field on which a body broke; never its value. */
final class UnreadableBody {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"([\\w-]{1,100})\"");

    private UnreadableBody() {}

    /** What was wrong, by field; {@code body} where it cannot be told which. */
    static Map<String, String> details(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException broken)) {
            return Map.of("body", "is missing or unreadable");
        }
        return switch (broken) {
            case UnrecognizedPropertyException unknown -> Map.of(path(unknown), "is not a field of this body");
            case InvalidNullException missing -> Map.of(path(missing), "is needed");
            case DatabindException wrong -> Map.of(path(wrong), "has the wrong type or form");
            default -> malformed(broken);
        };
    }

    private static Map<String, String> malformed(JacksonException malformed) {
        var duplicate = DUPLICATE.matcher(String.valueOf(malformed.getOriginalMessage()));
        return duplicate.find() ? Map.of(duplicate.group(1), "is there twice") : Map.of("body", "is not valid JSON");
    }

    private static String path(DatabindException wrong) {
        var path = new StringBuilder();
        for (var step : List.copyOf(wrong.getPath())) {
            var name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
