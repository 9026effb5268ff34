package io.tenth.client;

import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a client.
 *
 * @param name 1 to 200 characters
 * @param code 1 to 50 characters
 * @param aliases at most 20, of 1 to 200 characters
 * @param increment 6, 10, 15 or 30 minutes; null where each person's own setting counts
 */
public record NewClient(
        String name,
        String code,
        List<String> aliases,
        @Nullable Integer increment) {

    private static final Set<Integer> INCREMENTS = Set.of(6, 10, 15, 30);

    public NewClient {
        name = Line.of(name, "name", "The client's name", 200);
        code = Line.of(code, "code", "The client's code", 50);
        aliases = Aliases.of(aliases, "A client");
        if (increment != null && !INCREMENTS.contains(increment)) {
            throw DomainException.invalid(
                    "billing_increment_minutes", "billing_increment_minutes is one of 6, 10, 15, 30.");
        }
    }

    /** A client with nothing but a name. */
    public NewClient(String name, String code) {
        this(name, code, List.of(), null);
    }

    static NewClient of(Client client) {
        return new NewClient(client.name(), client.code(), client.aliases(), client.increment());
    }
}
