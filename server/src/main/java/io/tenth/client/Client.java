package io.tenth.client;

import io.tenth.shared.ClientId;
import java.util.List;

/**
 * Somebody the firm works for.
 *
 * @param code the short name that the firm's books use, unique
 */
public record Client(ClientId id, String name, String code, List<Matter> matters) {

    public Client {
        matters = List.copyOf(matters);
    }
}
