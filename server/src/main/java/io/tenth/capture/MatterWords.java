package io.tenth.capture;

import io.tenth.client.Client;
import io.tenth.client.Matter;
import io.tenth.model.Question;
import io.tenth.shared.MatterId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which matters a sentence may be about: those in whose name one of its words stands, and in no other's. So a sentence can be asked
 * about in its own words, and the names of the directory stay here.
 */
final class MatterWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,40}");

    /** Empty for a word that stands in the names of several. */
    private final Map<String, Optional<MatterId>> byWord = new HashMap<>();

    MatterWords(Collection<Client> clients) {
        for (var client : clients) {
            for (var matter : client.matters()) {
                names(client, matter).forEach(name -> note(name, matter.id()));
            }
        }
    }

    /** The words of the sentence that point at a matter, in the order in which they come. */
    Map<String, MatterId> in(String sentence) {
        var words = new LinkedHashMap<MatterId, TreeMap<Integer, String>>();
        var word = WORD.matcher(sentence);
        while (word.find()) {
            var place = word.start();
            var text = word.group();
            byWord.getOrDefault(key(text), Optional.empty())
                    .ifPresent(matter -> words.computeIfAbsent(matter, first -> new TreeMap<>())
                            .put(place, text));
        }
        var found = new LinkedHashMap<String, MatterId>();
        words.entrySet().stream()
                .limit(Question.MOST_MATTERS)
                .forEach(one -> found.put(String.join(" ", one.getValue().values()), one.getKey()));
        return found;
    }

    private void note(String name, MatterId matter) {
        var word = WORD.matcher(name);
        while (word.find()) {
            byWord.merge(
                    key(word.group()),
                    Optional.of(matter),
                    (before, now) -> before.equals(now) ? before : Optional.empty());
        }
    }

    private static List<String> names(Client client, Matter matter) {
        return Stream.of(List.of(matter.name(), client.name()), matter.aliases(), client.aliases())
                .flatMap(List::stream)
                .toList();
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
