package io.tenth.extraction.internal.scout;

import io.tenth.extraction.internal.token.Numeral;

/** What kind of character each is, answered by a table for all that European mail is made of. */
final class Letters {

    static final int OTHER = 0;
    static final int DIGIT = 31;

    /** Letters beyond the alphabet of English; its own are 1 to 26. */
    private static final int FURTHER_LETTER = 27;

    private static final String FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞";
    static final int TABLED = 256;
    private static final byte[] KINDS = new byte[TABLED];

    static {
        for (char c = 0; c < TABLED; c++) {
            KINDS[c] = (byte) computed(c);
        }
    }

    private Letters() {}

    /** 0 to 31: the letter without regard to case, or what else it is. */
    static int kind(char c) {
        return c < TABLED ? KINDS[c] : computed(c);
    }

    static boolean isDigit(char c) {
        return kind(c) == DIGIT;
    }

    static boolean isLetter(char c) {
        return isLetter(kind(c));
    }

    static boolean isLetter(int kind) {
        return kind != OTHER && kind != DIGIT;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || (c > 127 && (Character.isSpaceChar(c) || Numeral.isUnseen(c)));
    }

    private static int computed(char c) {
        if ((c >= '0' && c <= '9') || FRACTIONS.indexOf(c) >= 0) {
            return DIGIT;
        }
        if (!Character.isLetter(c)) {
            return OTHER;
        }
        char small = Character.toLowerCase(c);
        return small < 128 ? small & 31 : FURTHER_LETTER;
    }
}
