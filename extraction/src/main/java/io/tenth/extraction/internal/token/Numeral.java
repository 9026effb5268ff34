package io.tenth.extraction.internal.token;

import java.util.Arrays;

/**
 * How a number token is written: up to three groups of digits and the separators between them.
 *
 * @param shape what the separators make of it
 * @param first the first group, 0 where {@code .3} has none
 * @param second the second group, or 0
 * @param third the third group, or 0
 * @param firstDigits how many digits the first group has
 * @param secondDigits how many digits the second group has
 * @param value the number as a decimal, NaN where it is none
 */
public record Numeral(Shape shape, int first, int second, int third, int firstDigits, int secondDigits, double value) {

    /** The form of a number. */
    public enum Shape {
        /** {@code 12}. */
        WHOLE,
        /** {@code 2.5}, {@code .3}, {@code 1½}. */
        POINT,
        /** {@code 1,5}, {@code 1'5}: a decimal where the second group is no thousand. */
        COMMA,
        /** {@code 9:30}. */
        COLON,
        /** {@code 3/14}. */
        SLASH,
        /** {@code 1:30:00}. */
        TIMER,
        /** Three groups, or anything else. */
        OTHER
    }

    private static final int LONGEST = 16;

    /** As many digits as an int surely holds. */
    private static final int LONGEST_GROUP = 9;

    private static final String VULGAR = "½¼¾⅓⅔⅛⅜⅝⅞";
    private static final double[] VULGAR_VALUES = {
        1 / 2d, 1 / 4d, 3 / 4d, 1 / 3d, 2 / 3d, 1 / 8d, 3 / 8d, 5 / 8d, 7 / 8d
    };
    /** No number. */
    static final Numeral NONE = new Numeral(Shape.OTHER, 0, 0, 0, 0, 0, Double.NaN);

    /** Most numbers have one digit or two. */
    private static final Numeral[] ONES = new Numeral[10];

    private static final Numeral[] TENS = new Numeral[100];

    static {
        Arrays.setAll(ONES, value -> whole(value, 1));
        Arrays.setAll(TENS, value -> whole(value, 2));
    }

    /** Reads the number token {@code text}. */
    public static Numeral of(String text) {
        return of(text, 0, text.length());
    }

    /** Reads the number token at {@code [start, end)} of a text. */
    static Numeral of(String text, int start, int end) {
        if (start == end || end - start > LONGEST) {
            return NONE;
        }
        int whole = end - start > LONGEST_GROUP ? -1 : whole(text, start, end);
        if (whole < 0) {
            return new Reading(text, start, end).numeral();
        }
        return end - start == 1 ? ONES[whole] : end - start == 2 ? TENS[whole] : whole(whole, end - start);
    }

    private static Numeral whole(int value, int digits) {
        return new Numeral(Shape.WHOLE, value, 0, 0, digits, 0, value);
    }

    /** What a run of digits is worth, as most numbers are; -1 where there is anything else among them. */
    private static int whole(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    /** Whether a character is none to a reader: a zero-width blank, a soft hyphen, the mark of the byte order. */
    public static boolean isUnseen(char c) {
        return c > 127 && (c == '\u00ad' || (c >= '\u200b' && c <= '\u200d') || c == '\u2060' || c == '\ufeff');
    }

    public boolean is(Shape wanted) {
        return shape == wanted;
    }

    /** Whether it is a decimal with one or two digits behind the point or comma. */
    public boolean isFine() {
        return (shape == Shape.POINT || shape == Shape.COMMA) && secondDigits <= 2;
    }

    private static final class Reading {

        private int first;
        private int second;
        private int firstDigits;
        private int secondDigits;

        /** The group that is read, and how many stand before it. */
        private int last;

        private int lastDigits;
        private int group;
        private char separator = ' ';
        private boolean mixed;
        private double fraction;

        private Reading(String text, int start, int end) {
            for (int i = start; i < end; i++) {
                read(text.charAt(i));
            }
            if (group < 2) {
                close();
            }
        }

        private void read(char c) {
            int vulgar = VULGAR.indexOf(c);
            if (vulgar >= 0) {
                mixed |= fraction > 0;
                fraction = VULGAR_VALUES[vulgar];
            } else if (c >= '0' && c <= '9') {
                mixed |= fraction > 0 || lastDigits >= LONGEST_GROUP;
                last = mixed ? 0 : last * 10 + c - '0';
                lastDigits++;
            } else if (!isUnseen(c)) {
                mixed |= group == 2 || (group == 1 && c != separator);
                separator = c;
                if (group < 2) {
                    close();
                    group++;
                }
            }
        }

        private void close() {
            if (group == 0) {
                first = last;
                firstDigits = lastDigits;
            } else {
                second = last;
                secondDigits = lastDigits;
            }
            last = 0;
            lastDigits = 0;
        }

        private Numeral numeral() {
            if (mixed) {
                return NONE;
            }
            Shape shape = shape();
            return new Numeral(shape, first, second, last, firstDigits, secondDigits, value(shape));
        }

        private Shape shape() {
            if (fraction > 0) {
                return group == 0 ? Shape.POINT : Shape.OTHER;
            }
            return switch (group) {
                case 0 -> Shape.WHOLE;
                case 1 -> pair();
                default -> separator == ':' ? Shape.TIMER : Shape.OTHER;
            };
        }

        private Shape pair() {
            return switch (separator) {
                case '.' -> Shape.POINT;
                case ',', '\'', '\u2019', '\u00b4' -> isThousand() ? Shape.WHOLE : Shape.COMMA;
                case ':' -> Shape.COLON;
                case '/', '\u2044' -> Shape.SLASH;
                default -> Shape.OTHER;
            };
        }

        /** {@code 1,250}; what begins with a zero or with nothing is no thousand: {@code 0,125}. */
        private boolean isThousand() {
            return secondDigits == 3 && first > 0;
        }

        private double value(Shape shape) {
            return switch (shape) {
                case WHOLE -> group == 0 ? first : first * 1000d + second;
                case POINT, COMMA -> first + fraction + second / Math.pow(10, secondDigits);
                case SLASH -> second == 0 ? Double.NaN : (double) first / second;
                case COLON, TIMER, OTHER -> Double.NaN;
            };
        }
    }
}
