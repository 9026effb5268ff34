package io.tenth.assistant;

import io.tenth.shared.DomainException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the arguments of a call and holds them to what is {@link Described} of them. A refusal names the argument. */
final class Arguments {

    private Arguments() {}

    /** Reads them. Refuses what the record does not have, and values of another kind. */
    static <A extends Record> A read(String text, Class<A> type, JsonMapper json) {
        try {
            A read = json.readValue(text, type);
            if (read == null) {
                throw DomainException.invalid("The arguments are a JSON object.");
            }
            return read;
        } catch (UnrecognizedPropertyException unknown) {
            var name = shortened(unknown.getPropertyName());
            throw DomainException.invalid(name, "There is no argument " + name + ".");
        } catch (DatabindException wrong) {
            throw DomainException.invalid(placeOf(wrong) + " has the wrong form, or is missing.");
        } catch (JacksonException noJson) {
            throw DomainException.invalid("The arguments are not JSON.");
        }
    }

    /** Refuses what is out of range. */
    static void check(Record arguments) {
        for (var field : arguments.getClass().getRecordComponents()) {
            Schema.said(field).ifPresent(said -> check(Schema.nameOf(field), said, valueOf(field, arguments)));
        }
    }

    /** Those that were given, by name, in the order of the record, as they are written. */
    static SequencedMap<String, String> given(Record arguments) {
        var given = new LinkedHashMap<String, String>();
        for (var field : arguments.getClass().getRecordComponents()) {
            var value = valueOf(field, arguments);
            if (value != null) {
                given.put(
                        Schema.nameOf(field),
                        value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString());
            }
        }
        return given;
    }

    private static void check(String name, Described said, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> inRange(name, said, number.doubleValue(), "");
            case String text -> {
                inRange(name, said, text.codePointCount(0, text.length()), " characters long");
                known(name, said, List.of(text));
            }
            case Collection<?> list -> {
                inRange(name, said, list.size(), " items long");
                known(name, said, list);
            }
            default -> {}
        }
    }

    private static void inRange(String name, Described said, double value, String unit) {
        if (value < said.least() || value > said.most()) {
            throw DomainException.invalid(name + " is " + range(said) + unit + ".");
        }
    }

    private static void known(String name, Described said, Collection<?> values) {
        var words = List.of(said.words());
        if (!words.isEmpty() && !words.containsAll(values)) {
            throw DomainException.invalid(name + " is one of " + String.join(", ", words) + ".");
        }
    }

    private static String range(Described said) {
        if (!Double.isFinite(said.most())) {
            return "at least " + plain(said.least());
        }
        return Double.isFinite(said.least())
                ? plain(said.least()) + " to " + plain(said.most())
                : "at most " + plain(said.most());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static @Nullable Object valueOf(RecordComponent field, Record arguments) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an argument cannot be read: " + field, e);
        }
    }

    private static String placeOf(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName())
                .filter(name -> name != null)
                .findFirst()
                .map(name -> "The argument " + shortened(name))
                .orElse("The object of the arguments");
    }

    private static String shortened(String name) {
        return name.length() <= 50 ? name : name.substring(0, 50) + "…";
    }
}
