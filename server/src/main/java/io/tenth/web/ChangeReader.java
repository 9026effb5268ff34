package io.tenth.web;

import io.tenth.shared.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.InvalidNullException;

/** Reads a field of a partial change, and tells a field that is absent from one that is null. */
final class ChangeReader extends ValueDeserializer<Change<?>> {

    private final @Nullable ValueDeserializer<?> values;
    private final boolean canBeEmptied;

    /**
     * Reads the changes of one field.
     *
     * @param values reads what the field is set to; null until the field is known
     */
    ChangeReader(@Nullable ValueDeserializer<?> values, boolean canBeEmptied) {
        this.values = values;
        this.canBeEmptied = canBeEmptied;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty field) {
        var type = context.getContextualType().containedTypeOrUnknown(0);
        return new ChangeReader(
                context.findContextualValueDeserializer(type, field), WireForms.canBeEmptied(field.getMember()));
    }

    @Override
    public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
        if (values == null) {
            throw new IllegalStateException("a change was read without its field");
        }
        return new Change.To<Object>(values.deserialize(parser, context));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        if (!canBeEmptied) {
            throw InvalidNullException.from(context, null, context.getContextualType());
        }
        return new Change.To<@Nullable Object>(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return new Change.Keep<Object>();
    }
}
