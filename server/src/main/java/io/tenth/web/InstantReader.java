package io.tenth.web;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a time from its text with a zone (RFC 3339). A bare number is none: it could be seconds as well as milliseconds. */
final class InstantReader extends StdScalarDeserializer<Instant> {

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
        try {
            return Instant.parse(parser.getString());
        } catch (DateTimeException e) {
            throw context.weirdStringException(parser.getString(), Instant.class, "not a time");
        }
    }
}
