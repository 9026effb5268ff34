package io.tenth.cli;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A string, number, boolean or null of JSON, which is written as it was read: 1.10 stays 1.10. */
record JsonScalar(JsonToken kind, String text) {

    static final JsonScalar NULL = new JsonScalar(JsonToken.VALUE_NULL, "null");

    static JsonScalar at(JsonParser parser) {
        return new JsonScalar(parser.currentToken(), parser.getString());
    }

    void writeTo(JsonGenerator json) {
        switch (kind) {
            case VALUE_STRING -> json.writeString(text);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(text);
            case VALUE_TRUE, VALUE_FALSE -> json.writeBoolean(kind == JsonToken.VALUE_TRUE);
            default -> json.writeNull();
        }
    }
}
