package io.tenth.shared;

/** Text of any number of lines that a person typed, without white space around it. It may be empty; a {@link Line} may not. */
public final class Prose {

    private Prose() {}

    /** Returns the text as it is kept. Refuses a longer one, and one that the store cannot hold. */
    public static String of(String typed, String field, String what, int most) {
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw DomainException.invalid(field, what + " has at most " + most + " characters.");
        }
        if (!isStorable(text)) {
            throw DomainException.invalid(field, what + " has a character that cannot be stored.");
        }
        return text;
    }

    /** Whether the store can hold it: it has neither NUL nor half of a surrogate pair. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }
}
