package io.tenth.extraction.internal.text;

/** What the characters of a short stretch of text show by themselves: dates, clocks, telephone numbers, names. */
final class Traits {

    private static final int YEAR_DIGITS = 4;
    private static final int PHONE_DIGITS = 7;

    private Traits() {}

    static boolean has(String marks, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A clock like {@code 9:15}, {@code 9.15} or {@code 9h15}. */
    static boolean hasClock(String text, int from, int to) {
        for (int i = from + 1; i + 2 < to; i++) {
            char c = text.charAt(i);
            boolean parted = c == ':' || c == 'h' || c == '.';
            boolean minutes = parted && isDigit(text.charAt(i + 1)) && isDigit(text.charAt(i + 2));
            if (minutes && isDigit(text.charAt(i - 1)) && !(i + 3 < to && isDigit(text.charAt(i + 3)))) {
                return true;
            }
        }
        return false;
    }

    /** A date to the day, or a clock. */
    static boolean isDated(String text, int from, int to) {
        return isExactDate(text, from, to) || hasClock(text, from, to);
    }

    /** A year of four digits, or three numbers parted by the same mark. */
    static boolean isExactDate(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int end = digitsEnd(text, i, to);
            boolean year = end - i == YEAR_DIGITS && (text.startsWith("19", i) || text.startsWith("20", i));
            if (year || isParted(text, i, end, to)) {
                return true;
            }
            i = Math.max(end, i) + 1;
        }
        return false;
    }

    /** The words of a stretch: what stands between blanks. */
    static int words(String text, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            boolean starts = i == from || Lines.isBlank(text.charAt(i - 1));
            words += starts && !Lines.isBlank(text.charAt(i)) ? 1 : 0;
        }
        return words;
    }

    /** An address, a link or a number that can be dialled. */
    static boolean isContact(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '@' || (c == 'w' && text.startsWith("www.", i)) || (c == ':' && text.startsWith("://", i))) {
                return true;
            }
            digits = isDigit(c) ? digits + 1 : "+-.() /\u00a0".indexOf(c) >= 0 ? digits : 0;
            if (digits >= PHONE_DIGITS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParted(String text, int from, int end, int to) {
        if (end == from || end - from > 2 || end >= to || "/.-".indexOf(text.charAt(end)) < 0) {
            return false;
        }
        int second = digitsEnd(text, end + 1, to);
        boolean goesOn = second > end + 1 && second < to && text.charAt(second) == text.charAt(end);
        return goesOn && digitsEnd(text, second + 1, to) > second + 1;
    }

    private static int digitsEnd(String text, int from, int to) {
        int end = from;
        while (end < to && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
