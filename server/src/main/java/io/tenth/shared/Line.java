package io.tenth.shared;

/** A line of text that a person typed, such as a name: without white space around it, and without control characters. */
public final class Line {

    private Line() {}

    /**
     * Returns the text as it is kept. Refuses an empty one, a longer one, and one that the store cannot hold.
     *
     * @param field as the API spells it
     * @param what the same in a sentence, at its beginning
     */
    public static String of(String typed, String field, String what, int most) {
        var text = typed.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > most) {
            throw DomainException.invalid(field, what + " has 1 to " + most + " characters.");
        }
        if (text.codePoints().anyMatch(Line::isUnprintable)) {
            throw DomainException.invalid(field, what + " has a character that cannot be shown.");
        }
        return text;
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
