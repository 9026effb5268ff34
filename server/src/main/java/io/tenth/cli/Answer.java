package io.tenth.cli;

import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * What a command says to one line of standard input.
 *
 * @param id the id of the line, {@link JsonScalar#NULL} where none could be read
 * @param rest writes the fields behind the id
 */
record Answer(JsonScalar id, Consumer<JsonGenerator> rest) {

    /** Says what is wrong with a line; the error names the field and holds none of its text. */
    static Answer refusing(JsonScalar id, String error) {
        return new Answer(id, json -> json.writeStringProperty("error", error));
    }
}
