package io.tenth.extraction.internal.scout;

import io.tenth.extraction.internal.token.Numeral;

/** A number of a text. One object reads all of them, one after the other: nothing of a number is needed behind the look at it. */
final class Digits {

    private static final int MOST_HOURS = 24;
    private static final int LONGEST = 16;

    private final String text;
    private int start;
    private char separator;
    private int separators;
    private int whole;
    private int part;
    private int wholeDigits;
    private int partDigits;
    private boolean vulgar;

    Digits(String text) {
        this.text = text;
    }

    /** Turns to the number at {@code [from, to)}. */
    void read(int from, int to) {
        start = from;
        separator = '\0';
        separators = 0;
        whole = 0;
        part = 0;
        wholeDigits = 0;
        partDigits = 0;
        vulgar = false;
        for (int i = from; i < Math.min(to, from + LONGEST + 1); i++) {
            read(text.charAt(i));
        }
    }

    /** One past the last character of the number that begins at {@code start}. */
    static int end(String text, int start) {
        int end = start + 1;
        for (int next = digitEnd(text, end); next > end; next = digitEnd(text, end)) {
            end = next;
        }
        return end;
    }

    /** One past the next digit of a number, behind a separator or not, or {@code i}. */
    private static int digitEnd(String text, int i) {
        if (isDigit(text, i)) {
            return i + 1;
        }
        int digit = seen(text, i);
        if (digit < text.length() && isSeparator(text.charAt(digit))) {
            digit = seen(text, digit + 1);
        }
        return isDigit(text, digit) ? digit + 1 : i;
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && Letters.isDigit(text.charAt(i));
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ',' || c == ':' || c == '/';
    }

    private static int seen(String text, int i) {
        int at = i;
        while (at < text.length() && Numeral.isUnseen(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** {@code 1.7}, {@code .3}, {@code 2,25}, {@code 1½}: may be hours without a unit. */
    boolean isHours() {
        return isPointed() ? wholeDigits <= 2 : (isDecimal() || vulgar) && whole <= MOST_HOURS && isPositive();
    }

    /** {@code .3}, {@code ,3}, which begins behind its point. */
    private boolean isPointed() {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        return separators == 0 && (before == '.' || before == ',');
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

    /** {@code 9:15}, {@code 9.15}, {@code 0915}: a time of day to the minute, if it is one. */
    boolean isWithMinutes() {
        return separators == 0 ? wholeDigits == 4 : partDigits == 2;
    }

    /** {@code 45}, {@code 120}: may be minutes in a column of a table. */
    boolean isCount() {
        return separators == 0 && (wholeDigits == 2 || wholeDigits == 3) && whole > MOST_HOURS;
    }

    /** {@code 930}: a time of day where a word says so. */
    boolean isShortTime() {
        return separators == 0 && wholeDigits == 3 && whole % 100 < 60;
    }

    /** {@code 3:15}: may be hours and minutes at the end of an item. */
    boolean isHoursAndMinutes() {
        return separators == 1 && separator == ':';
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

    private void read(char c) {
        if (c >= '0' && c <= '9') {
            digit(c - '0');
        } else if (Letters.isDigit(c)) {
            vulgar = true;
        } else if (!Numeral.isUnseen(c)) {
            separators++;
            separator = c;
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
