package io.tenth.assistant;

import io.tenth.client.Client;
import io.tenth.client.Matter;
import io.tenth.shared.MatterId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The work for one client or matter, as a person names it: in any case, and by a part of the name, the code, the number or another
 * name in the directory; or by a part of the words of the mail, where the directory has no such client.
 */
final class WorkFilter {

    private final @Nullable String asked;
    private final Set<MatterId> matters;

    private WorkFilter(@Nullable String asked, Set<MatterId> matters) {
        this.asked = asked;
        this.matters = matters;
    }

    /** With nothing asked for, all work. */
    static WorkFilter of(@Nullable String asked, List<Client> clients) {
        if (asked == null || asked.isBlank()) {
            return new WorkFilter(null, Set.of());
        }
        var part = asked.strip().toLowerCase(Locale.ROOT);
        return new WorkFilter(
                part,
                clients.stream()
                        .flatMap(client ->
                                client.matters().stream().filter(matter -> isNamed(part, names(client), names(matter))))
                        .map(Matter::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether work is for it. */
    boolean takes(@Nullable MatterId matter, @Nullable String clientMatter) {
        return asked == null
                || (matter != null && matters.contains(matter))
                || (clientMatter != null
                        && clientMatter.toLowerCase(Locale.ROOT).contains(asked));
    }

    private static boolean isNamed(String part, List<String> client, List<String> matter) {
        return Stream.concat(client.stream(), matter.stream())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part));
    }

    private static List<String> names(Client client) {
        return Stream.concat(Stream.of(client.name(), client.code()), client.aliases().stream())
                .toList();
    }

    private static List<String> names(Matter matter) {
        return Stream.concat(Stream.of(matter.name(), matter.number()), matter.aliases().stream())
                .toList();
    }
}
