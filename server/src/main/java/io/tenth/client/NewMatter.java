package io.tenth.client;

import io.tenth.shared.ClientId;
import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import java.util.List;

/**
 * What a person says to add a matter.
 *
 * @param name 1 to 200 characters
 * @param number 1 to 50 characters
 * @param aliases at most 20, of 1 to 200 characters
 */
public record NewMatter(ClientId client, String name, String number, List<String> aliases) {

    private static final int MOST_ALIASES = 20;

    public NewMatter {
        name = Line.of(name, "name", "The matter's name", 200);
        number = Line.of(number, "number", "The matter's number", 50);
        aliases = aliases.stream()
                .map(alias -> Line.of(alias, "aliases", "An alias", 200))
                .toList();
        if (aliases.size() > MOST_ALIASES) {
            throw DomainException.invalid("aliases", "A matter has at most " + MOST_ALIASES + " aliases.");
        }
    }
}
