package io.tenth.assistant;

import io.tenth.client.Client;
import io.tenth.client.Matter;
import io.tenth.shared.MatterId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A matter as the firm's directory has it. */
public record MatterView(
        @Described("To name it by in other calls.") UUID matterId,
        @OfDirectory @Described("The client's name.") String client,
        @OfDirectory @Described("The client's code.") String clientCode,
        @OfDirectory @Described("The matter's name.") String matter,
        @OfDirectory @Described("The matter's number.") String matterNumber) {

    static MatterView of(Client client, Matter matter) {
        return new MatterView(matter.id().value(), client.name(), client.code(), matter.name(), matter.number());
    }

    /** In a sentence. */
    String text() {
        return OneLine.name(client) + " / " + OneLine.name(matter);
    }

    /** All of a directory. */
    static final class Directory {

        private final Map<MatterId, MatterView> matters = new HashMap<>();

        Directory(List<Client> clients) {
            clients.forEach(client ->
                    client.matters().forEach(matter -> matters.put(matter.id(), MatterView.of(client, matter))));
        }

        @Nullable
        MatterView of(@Nullable MatterId matter) {
            return matter == null ? null : matters.get(matter);
        }
    }
}
