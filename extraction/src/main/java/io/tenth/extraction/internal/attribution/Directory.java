package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.Context.KnownMatter;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The author's own clients and matters by the words they are written with. */
final class Directory {

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    private record Entry(List<String> words, String name) {}

    Directory(List<KnownMatter> matters) {
        for (KnownMatter matter : matters) {
            add(matter.name(), matter.name());
            matter.aliases().forEach(alias -> add(alias, matter.name()));
        }
    }

    /** The name of the first matter that the tokens of {@code place} mention, the longest form first; or null. */
    @Nullable
    String find(Tokens tokens, Range place) {
        for (int i = place.from(); i < place.to() && !byFirstWord.isEmpty(); i++) {
            Entry longest = null;
            for (Entry entry : byFirstWord.getOrDefault(lower(tokens.text(i)), List.of())) {
                boolean longer = longest == null
                        || entry.words().size() > longest.words().size();
                longest = longer && stands(entry, tokens, i) ? entry : longest;
            }
            if (longest != null) {
                return longest.name();
            }
        }
        return null;
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
