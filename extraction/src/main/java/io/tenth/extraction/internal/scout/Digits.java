package io.tenth.extraction.internal.scout;

/** A number at {@code [start, end)} of a text, looked at without making an object of it that outlives the look. */
final class Digits {

    private static final int MOST_HOURS = 24;
    private static final int LONGEST = 16;

    private final String text;
    private final int start;
    private final int end;
    private char separator = '\0';
    private int separators;
    private int whole;
    private int part;
    private int wholeDigits;
    private int partDigits;
    private boolean vulgar;

    Digits(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = Math.min(end, start + LONGEST + 1);
        read();
    }

    /** One past the last character of the number that begins at {@code start}. */
    static int end(String text, int start) {
        int end = start + 1;
        while (end < text.length() && isInside(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isInside(String text, int i) {
        char c = text.charAt(i);
        boolean separated = c == '.' || c == ',' || c == ':' || c == '/';
        return Letters.isDigit(c) || (separated && i + 1 < text.length() && Letters.isDigit(text.charAt(i + 1)));
    }

    /** {@code 1.7}, {@code .3}, {@code 2,25}, {@code 1½}: may be hours without a unit. */
    boolean isHours() {
        return isPointed() ? wholeDigits <= 2 : (isDecimal() || vulgar) && whole <= MOST_HOURS && isPositive();
    }

    /** {@code .3}, which begins behind its point. */
    private boolean isPointed() {
        return separators == 0 && start > 0 && text.charAt(start - 1) == '.';
    }

    private boolean isDecimal() {
        return separators == 1 && (separator == '.' || separator == ',') && partDigits <= 2;
    }

    /** {@code 9}, {@code 9:15}, {@code 9.15}, {@code 0915}: may be a time of day, or a number of hours alone in a cell. */
    boolean isClock() {
        if (separators == 0 || (separators == 1 && separator == ',')) {
            return wholeDigits == 4 ? isMilitary() : whole <= MOST_HOURS && wholeDigits <= 2;
        }
        return separators == 1 && separator != '/' && whole <= MOST_HOURS && partDigits <= 3;
    }

    /** {@code 930}: a time of day where a word says so. */
    boolean isShortTime() {
        return separators == 0 && wholeDigits == 3 && whole % 100 < 60;
    }

    /** {@code 1:30:00}. */
    boolean isTimer() {
        return separators == 2 && separator == ':';
    }

    private boolean isMilitary() {
        boolean year = whole > 1900 && whole < 2100;
        return whole <= 2400 && whole % 100 < 60 && !year;
    }

    private boolean isPositive() {
        return whole > 0 || part > 0 || vulgar;
    }

    private void read() {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit(c - '0');
            } else if (Letters.isDigit(c)) {
                vulgar = true;
            } else {
                separators++;
                separator = c;
            }
        }
    }

    private void digit(int value) {
        if (separators == 0) {
            whole = Math.min(whole * 10 + value, 1_000_000);
            wholeDigits++;
        } else {
            part = Math.min(part * 10 + value, 1_000_000);
            partDigits++;
        }
    }
}
