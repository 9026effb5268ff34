package io.tenth.assistant;

import io.tenth.client.Client;
import io.tenth.shared.MatterId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Under which short names the firm's books have clients and matters. */
final class Codes {

    private static final Code NONE = new Code(null, null);

    private final Map<MatterId, Code> codes = new HashMap<>();

    Codes(List<Client> directory) {
        directory.forEach(client ->
                client.matters().forEach(matter -> codes.put(matter.id(), new Code(client.code(), matter.number()))));
    }

    /** Of a client and a matter; null where the directory has none. */
    record Code(@Nullable String client, @Nullable String matter) {}

    Code of(@Nullable MatterId matter) {
        return matter == null ? NONE : codes.getOrDefault(matter, NONE);
    }
}
