package io.tenth.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.tenth.shared.Change;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Lets the wire keep the promise of the types: what a record of the API does not mark {@link Nullable} must be in the body, and
 * not be null; no list of ours holds a null; and the words of a choice are its names in small letters, in no other case.
 */
final class WireForms extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.@Nullable Value findSetterInfo(MapperConfig<?> config, Annotated field) {
        if (!(field instanceof AnnotatedParameter parameter) || !isOurs(parameter)) {
            return null;
        }
        var mayBeAbsent = parameter.getRawType() == Change.class || isNullable(typeOf(parameter));
        return mayBeAbsent
                ? JsonSetter.Value.forContentNulls(Nulls.FAIL)
                : JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL);
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] choices, String[] names) {
        for (int i = 0; i < choices.length && isOurs(type); i++) {
            names[i] = choices[i].name().toLowerCase(Locale.ROOT);
        }
        return names;
    }

    /** Whether a field of type {@link Change} can be emptied. */
    static boolean canBeEmptied(@Nullable AnnotatedMember member) {
        return member instanceof AnnotatedParameter parameter
                && typeOf(parameter) instanceof AnnotatedParameterizedType change
                && isNullable(change.getAnnotatedActualTypeArguments()[0]);
    }

    private static boolean isOurs(AnnotatedClass type) {
        return type.getRawType().getName().startsWith("io.tenth.");
    }

    private static boolean isOurs(AnnotatedParameter parameter) {
        return parameter.getDeclaringClass().getName().startsWith("io.tenth.");
    }

    private static AnnotatedType typeOf(AnnotatedParameter parameter) {
        var constructor = (Executable) parameter.getOwner().getMember();
        return constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
