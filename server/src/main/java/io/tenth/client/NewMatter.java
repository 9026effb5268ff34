package io.tenth.client;

import io.tenth.shared.ClientId;
import io.tenth.shared.DomainException;
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
        name = NewClient.Text.between("The matter's name", name, 200);
        number = NewClient.Text.between("The matter's number", number, 50);
        aliases = aliases.stream()
                .map(alias -> NewClient.Text.between("An alias", alias, 200))
                .toList();
        if (aliases.size() > MOST_ALIASES) {
            throw DomainException.invalid("A matter has at most " + MOST_ALIASES + " aliases.");
        }
    }
}
