package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads for how long work stopped where a clause tells it: {@code we broke half an hour for prayer}, {@code and stopped 50 minutes
 * for lunch}, {@code we had a half-hour break}.
 */
final class Stops {

    private static final int PURPOSE = 7;

    /** Who stops so that the work does: the author, who sits over it, or the work itself; not a crane or a printer. */
    private static final Tags STOPS_WORK = Tags.of(Tag.SELF, Tag.AND, Tag.ROLE, Tag.WORK);

    /** Behind a length that says when, and not how long: "stopped an hour later". */
    private static final Tags NOT_HOW_LONG = Tags.of(Tag.AFTER_PERIOD, Tag.SUBORDINATOR_OR_NOT, Tag.PAST_HOUR);

    /** Behind the name of a pause, which is no other noun's. */
    private static final Tags BEHIND_NAME =
            Tags.of(Tag.AND, Tag.PREPOSITION, Tag.DATE_WORD, Tag.SUBORDINATOR, Tag.ADVERB);

    private final Tokens tokens;
    private final Durations durations;

    Stops(Tokens tokens, Durations durations) {
        this.tokens = tokens;
        this.durations = durations;
    }

    /** The length of the pause whose verb stands at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        if (!tokens.is(i, Tag.PAST)) {
            return null;
        }
        if (tokens.isAny(i, Tag.FINISH, Tag.PAUSE)) {
            return stopped(i);
        }
        return tokens.is(i, Tag.HAVE) && isOfWork(i) ? had(i) : null;
    }

    /** "stopped 50 minutes", "broke for half an hour". */
    private @Nullable Amount stopped(int verb) {
        boolean led = tokens.is(verb + 1, Tag.LASTING);
        int about = led ? verb + 2 : verb + 1;
        Amount length = durations.at(tokens.is(about, Tag.APPROXIMATE) ? about + 1 : about);
        if (length == null) {
            return null;
        }
        boolean lasted = isOfWork(verb) && isHowLong(length.to(), led);
        return lasted || isForPause(length.to()) ? length : null;
    }

    private boolean isOfWork(int verb) {
        int lead = verb - 1;
        while (tokens.is(lead, Tag.ADVERB)) {
            lead--;
        }
        return tokens.isAny(lead, STOPS_WORK) || tokens.isOneOf(lead, ",(");
    }

    private boolean isHowLong(int i, boolean led) {
        if (tokens.isAny(i, NOT_HOW_LONG)) {
            return false;
        }
        boolean place = tokens.is(i, Tag.PREPOSITION) && !tokens.is(i, Tag.MATTER_LEAD) && tokens.isWord(i + 1);
        return led || !tokens.isWord(i) || place || tokens.isAny(i, Tag.LASTING, Tag.AND);
    }

    /** "had a half-hour break", "had a break of 20 minutes". */
    private @Nullable Amount had(int verb) {
        Amount length = durations.at(verb + 1);
        if (length != null) {
            return tokens.is(length.to(), Tag.PAUSE) ? length : null;
        }
        int name = tokens.is(verb + 1, Tag.ARTICLE) ? verb + 2 : verb + 1;
        boolean told = tokens.is(name, Tag.PAUSE) && tokens.isAny(name + 1, Tag.OF, Tag.LASTING);
        return told ? durations.at(name + 2) : null;
    }

    /** "for your very welcome tea", "for lunch and the parking"; with no noun behind it, as in "for the bus stop design". */
    boolean isForPause(int to) {
        if (!tokens.is(to, Tag.LASTING)) {
            return false;
        }
        for (int i = to + 1; i <= to + PURPOSE && tokens.isWord(i); i++) {
            if (tokens.is(i, Tag.PAUSE) && (!tokens.isWord(i + 1) || tokens.isAny(i + 1, BEHIND_NAME))) {
                return true;
            }
        }
        return false;
    }
}
