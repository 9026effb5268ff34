package io.tenth.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The limit: a scan by hand over bytes that stops at each number and looks for a unit word behind it. It finds the plainest
 * amounts and knows nothing of their meaning.
 */
final class NumberScan {

    private static final Set<String> UNITS =
            Set.of("h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes", "day", "days");
    private static final int LONGEST_UNIT = 7;

    private NumberScan() {}

    static int count(byte[] text) {
        int found = 0;
        for (int i = 0; i < text.length; i++) {
            if (isDigit(text[i])) {
                i = numberEnd(text, i);
                found += isUnit(text, i) ? 1 : 0;
            }
        }
        return found;
    }

    private static int numberEnd(byte[] text, int start) {
        int end = start + 1;
        while (end < text.length && (isDigit(text[end]) || text[end] == '.')) {
            end++;
        }
        return end;
    }

    private static boolean isUnit(byte[] text, int behind) {
        int start = behind < text.length && (text[behind] == ' ' || text[behind] == '-') ? behind + 1 : behind;
        int end = start;
        while (end < text.length && end - start <= LONGEST_UNIT && isLetter(text[end])) {
            end++;
        }
        return end > start && UNITS.contains(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(byte c) {
        return c >= 'a' && c <= 'z';
    }
}
