package io.tenth.capture;

import io.tenth.client.Client;
import io.tenth.client.Matter;
import io.tenth.extraction.Context;
import io.tenth.mail.RawMail;
import io.tenth.settings.Settings;
import io.tenth.shared.MatterId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The firm's clients and matters as the engine knows them, and the way back from the engine's answer. A client that has one
 * matter stands for that matter; of several, the client's name alone says nothing about which.
 */
final class Directory {

    private final Map<String, MatterId> byLabel = new HashMap<>();
    private final MatterWords words;
    private final Context context;
    private final String digest;

    /** With what the owner has set: what a day is worth, and the language. */
    Directory(List<Client> clients, Settings settings) {
        var known = new ArrayList<Context.KnownMatter>();
        for (var client : clients) {
            client.matters().forEach(matter -> known.add(knownMatter(matter, client)));
            if (client.matters().size() != 1) {
                known.add(new Context.KnownMatter(client.name(), otherNames(client)));
            }
        }
        this.words = new MatterWords(clients);
        this.context = new Context(
                settings.billing().workingDay(),
                known,
                Locale.forLanguageTag(settings.capture().language()));
        this.digest = RawMail.digestOf(context.toString().getBytes(StandardCharsets.UTF_8));
    }

    Context context() {
        return context;
    }

    /** A digest of all that the engine is told: another one may give another answer. */
    String digest() {
        return digest;
    }

    /** The matter that a label of the engine's answer names; empty for words of the mail that the directory lacks. */
    Optional<MatterId> matterOf(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /** The matters that a sentence may be about, by the words of it that say so. */
    Map<String, MatterId> named(String sentence) {
        return words.in(sentence);
    }

    private Context.KnownMatter knownMatter(Matter matter, Client client) {
        byLabel.put(matter.label(), matter.id());
        var aliases = new ArrayList<>(matter.aliases());
        aliases.add(matter.name());
        aliases.add(matter.number());
        if (client.matters().size() == 1) {
            aliases.add(client.name());
            aliases.addAll(otherNames(client));
        }
        return new Context.KnownMatter(matter.label(), aliases);
    }

    private static List<String> otherNames(Client client) {
        return Stream.concat(Stream.of(client.code()), client.aliases().stream())
                .toList();
    }
}
