package io.tenth.client;

import io.tenth.shared.ClientId;
import io.tenth.shared.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the firm works for.
 *
 * @param code the short name that the firm's books use, unique
 * @param aliases other ways in which people write the name
 * @param increment in steps of how many minutes the client is billed; null where each person's own setting counts
 */
public record Client(
        ClientId id,
        Version version,
        String name,
        String code,
        List<String> aliases,
        @Nullable Integer increment,
        List<Matter> matters) {

    public Client {
        aliases = List.copyOf(aliases);
        matters = List.copyOf(matters);
    }
}
