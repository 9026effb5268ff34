package io.tenth.client;

import io.tenth.shared.ClientId;
import io.tenth.shared.MatterId;
import io.tenth.shared.Version;
import java.util.List;

/**
 * A piece of work for a client.
 *
 * @param number the number under which it is billed, unique
 * @param aliases other ways in which people write it
 */
public record Matter(
        MatterId id,
        Version version,
        ClientId client,
        String clientName,
        String name,
        String number,
        List<String> aliases) {

    public Matter {
        aliases = List.copyOf(aliases);
    }

    /** The name under which entries show it: client and matter, or the client alone where both are the same. */
    public String label() {
        return clientName.equals(name) ? name : clientName + " / " + name;
    }
}
