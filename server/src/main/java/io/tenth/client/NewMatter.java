package io.tenth.client;

import io.tenth.shared.ClientId;
import io.tenth.shared.Line;
import java.util.List;

/**
 * What a person says of a matter.
 *
 * @param name 1 to 200 characters
 * @param number 1 to 50 characters
 * @param aliases at most 20, of 1 to 200 characters
 */
public record NewMatter(ClientId client, String name, String number, List<String> aliases) {

    public NewMatter {
        name = Line.of(name, "name", "The matter's name", 200);
        number = Line.of(number, "number", "The matter's number", 50);
        aliases = Aliases.of(aliases, "A matter");
    }

    static NewMatter of(Matter matter) {
        return new NewMatter(matter.client(), matter.name(), matter.number(), matter.aliases());
    }
}
