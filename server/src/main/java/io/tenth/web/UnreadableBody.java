package io.tenth.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field on which a body broke, and the words that it takes where it is a choice; never its value. */
final class UnreadableBody {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"([\\w-]{1,100})\"");

    private static final String WRONG = "has the wrong type or form";

    private UnreadableBody() {}

    /** What was wrong, by field; {@code body} where it cannot be told which. */
    static Map<String, String> details(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException broken)) {
            return Map.of("body", "is missing or unreadable");
        }
        return switch (broken) {
            case UnrecognizedPropertyException unknown -> Map.of(path(unknown), "is not a field of this body");
            case InvalidNullException missing -> Map.of(path(missing), "is needed");
            case InvalidFormatException word -> Map.of(path(word), expected(word));
            case DatabindException wrong -> Map.of(path(wrong), WRONG);
            default -> malformed(broken);
        };
    }

    /** The words of the API for a choice are those of the code, in small letters. */
    private static String expected(InvalidFormatException wrong) {
        if (wrong.getTargetType() == null || !wrong.getTargetType().isEnum()) {
            return WRONG;
        }
        var words = Arrays.stream(wrong.getTargetType().getEnumConstants());
        return "is one of "
                + words.map(word -> word.toString().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
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
