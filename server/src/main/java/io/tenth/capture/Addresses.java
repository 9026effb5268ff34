package io.tenth.capture;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The addresses in a line such as {@code Imogen <imogen@firm.example>, tom@client.example}. */
public final class Addresses {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()\\[\\]]{1,64}@[^\\s<>,;:\"()\\[\\]@]{1,255}");
    private static final int MOST = 20;

    private Addresses() {}

    /** In lower case, each once, at most twenty. */
    public static List<String> of(String line) {
        return ADDRESS.matcher(line)
                .results()
                .map(MatchResult::group)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
