package io.tenth.capture;

import io.tenth.client.Client;
import io.tenth.client.Matter;
import io.tenth.extraction.Context;
import io.tenth.shared.MatterId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The firm's clients and matters as the engine knows them, and the way back from the engine's answer. A client that has one
 * matter stands for that matter; of several, the client's name alone says nothing about which.
 */
final class Directory {

    private static final int MINUTES_IN_WORKING_DAY = 480;

    private final Map<String, MatterId> byLabel = new HashMap<>();
    private final Context context;

    Directory(List<Client> clients) {
        var known = new ArrayList<Context.KnownMatter>();
        for (var client : clients) {
            client.matters().forEach(matter -> known.add(knownMatter(matter, client)));
            if (client.matters().size() != 1) {
                known.add(new Context.KnownMatter(client.name(), List.of(client.code())));
            }
        }
        this.context = new Context(MINUTES_IN_WORKING_DAY, known);
    }

    Context context() {
        return context;
    }

    /** The matter that a label of the engine's answer names; empty for words of the mail that the directory lacks. */
    Optional<MatterId> matterOf(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    private Context.KnownMatter knownMatter(Matter matter, Client client) {
        byLabel.put(matter.label(), matter.id());
        var aliases = new ArrayList<>(matter.aliases());
        aliases.add(matter.name());
        aliases.add(matter.number());
        if (client.matters().size() == 1) {
            aliases.add(client.name());
            aliases.add(client.code());
        }
        return new Context.KnownMatter(matter.label(), aliases);
    }
}
