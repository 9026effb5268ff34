package io.tenth.extraction;

import java.util.List;
import java.util.Locale;

/**
 * What the engine may know of the author beside the message.
 *
 * @param minutesInWorkingDay what "all day" stands for, 1 to 1440
 * @param matters the author's own directory of clients and matters; empty when unknown
 * @param language the author's own, with its country where that tells more, such as {@code en-GB}: a date such as 3/4 is read in its
 *     order where the message leaves both open
 */
public record Context(int minutesInWorkingDay, List<KnownMatter> matters, Locale language) {

    private static final Context NONE = new Context(480, List.of());

    /** Refuses a working day that is none. */
    public Context {
        if (minutesInWorkingDay < 1 || minutesInWorkingDay > 1440) {
            throw new IllegalArgumentException("minutesInWorkingDay is not in 1..1440: " + minutesInWorkingDay);
        }
        matters = List.copyOf(matters);
    }

    /** Of an author of whom it is not known which language is their own: English stands in. */
    public Context(int minutesInWorkingDay, List<KnownMatter> matters) {
        this(minutesInWorkingDay, matters, Locale.ENGLISH);
    }

    /** {@return what is assumed where nothing is known: a working day of eight hours and no directory} */
    public static Context none() {
        return NONE;
    }

    /**
     * A client or matter of the author's directory.
     *
     * @param name the name that an entry is to carry
     * @param aliases other ways in which it is written: numbers, short names; matched without regard to case
     */
    public record KnownMatter(String name, List<String> aliases) {

        /** Refuses a blank name. */
        public KnownMatter {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a matter needs a name");
            }
            aliases = List.copyOf(aliases);
        }
    }
}
