package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.Context.KnownMatter;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The author's own clients and matters by the words they are written with. */
final class Directory {

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    private record Entry(List<String> words, String name) {}

    private record Found(int from, int to, String name) {}

    Directory(List<KnownMatter> matters) {
        for (KnownMatter matter : matters) {
            add(matter.name(), matter.name());
            matter.aliases().forEach(alias -> add(alias, matter.name()));
        }
    }

    /** Whether there is no name to look for. */
    boolean isEmpty() {
        return byFirstWord.isEmpty();
    }

    /**
     * The name of the matter that the tokens of {@code place} mention nearest to token {@code at}, the longest form first; or
     * null. A form that several matters share says nothing, unless it is a part of a longer one.
     */
    @Nullable
    String nearest(Tokens tokens, Range place, int at) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (Found found : all(tokens, place)) {
            int distance = found.from() < at ? at - found.to() : found.from() - at;
            if (distance < least) {
                least = distance;
                nearest = found.name();
            }
        }
        return nearest;
    }

    /** The name of the only matter that the text mentions; null where it mentions none or several. */
    @Nullable
    String only(Tokens tokens) {
        if (isEmpty()) {
            return null;
        }
        Set<String> names = new HashSet<>();
        all(tokens, new Range(0, tokens.size())).forEach(found -> names.add(found.name()));
        return names.size() == 1 ? names.iterator().next() : null;
    }

    private List<Found> all(Tokens tokens, Range place) {
        List<Found> all = new ArrayList<>();
        for (int i = place.from(); i < place.to(); ) {
            List<Entry> longest = longest(tokens, i);
            int next = i + 1;
            if (!longest.isEmpty()) {
                next = i + longest.getFirst().words().size();
                if (longest.stream().map(Entry::name).distinct().count() == 1) {
                    all.add(new Found(i, next, longest.getFirst().name()));
                }
            }
            i = next;
        }
        return all;
    }

    /** The forms that stand at token {@code i} and than which none that stands there is longer. */
    private List<Entry> longest(Tokens tokens, int i) {
        List<Entry> longest = new ArrayList<>();
        for (Entry entry : byFirstWord.getOrDefault(lower(tokens.text(i)), List.of())) {
            int longer = longest.isEmpty()
                    ? 1
                    : Integer.compare(
                            entry.words().size(), longest.getFirst().words().size());
            if (longer >= 0 && stands(entry, tokens, i)) {
                if (longer > 0) {
                    longest.clear();
                }
                longest.add(entry);
            }
        }
        return longest;
    }

    private static boolean stands(Entry entry, Tokens tokens, int place) {
        for (int i = 0; i < entry.words().size(); i++) {
            if (!entry.words().get(i).equals(lower(tokens.text(place + i)))) {
                return false;
            }
        }
        return true;
    }

    private void add(String form, String name) {
        Tokens tokens = Tokenizer.scan(form, Languages.english());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(lower(tokens.text(i)));
        }
        if (!words.isEmpty()) {
            byFirstWord
                    .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                    .add(new Entry(words, name));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
