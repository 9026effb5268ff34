package io.tenth.extraction;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Language;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.score.Judge;
import io.tenth.extraction.internal.score.Opinion;
import io.tenth.extraction.internal.text.OwnText;
import io.tenth.extraction.internal.text.OwnWords;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What single stages of the engine see in a text, for debugging and for comparison with other programs.
 *
 * <p>As pure and as safe as {@link TimeExtractor}: any text is allowed, and the work grows no faster than its length.
 */
public final class Inspection {

    /** Dates without a year are read beside a day; which one does not matter to what is an amount. */
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    /** How many tokens of a sentence are shown on each side of an amount: a list of a thousand amounts can be one sentence. */
    private static final int SHOWN_TOKENS = 60;

    private Inspection() {}

    /** How an amount is written. */
    public enum Kind {
        /** With its unit: {@code 2.5 hours}, {@code an hour and a half}. */
        DURATION,
        /** From one time of day to another: {@code 9:15 to 11:45}. */
        RANGE
    }

    /**
     * An amount of time that a text states.
     *
     * @param span where it stands in the text
     * @param seconds how long it is, in each way in which the words can be read: the engine's reading first, of a range of
     *     amounts the lower bound; never empty, each more than 0
     * @param kind how it is written
     */
    public record StatedAmount(Span span, List<Double> seconds, Kind kind) {

        /** Takes a copy of the list. */
        public StatedAmount {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(kind, "kind");
            seconds = List.copyOf(seconds);
        }
    }

    /**
     * The first stage: the author's own words, without markup, quoted history and signature.
     *
     * @param body the text of a message
     * @param format how it is to be read
     * @return plain text
     */
    public static String ownText(String body, BodyFormat format) {
        return OwnWords.of(body, format).text();
    }

    /**
     * The third stage: every amount of time in a text, before any judgement of what it is of.
     *
     * <p>Other than the engine, which reads what work is measured in, this reads all units from milliseconds to years: a
     * day has 24 hours, a week 7 days, a month 30 days and, as further readings, 28, 29 and 31, a year 365 days. A number
     * without a unit is no amount here.
     *
     * @param text plain text
     * @param locale the language of the text; where the engine does not read it, the text is read as what it looks like
     * @return the amounts in the order of their place
     */
    public static List<StatedAmount> amounts(String text, Locale locale) {
        Language named = Languages.named(locale);
        Tokens tokens = Tokenizer.scan(text, named != null ? named : Languages.of(text));
        List<StatedAmount> stated = new ArrayList<>();
        for (Amount amount : Amounts.ofAnything(tokens, Dates.in(tokens, ANY_DAY))) {
            List<Double> seconds = seconds(amount);
            if (!seconds.isEmpty()) {
                stated.add(stated(tokens, amount, seconds));
            }
        }
        return stated;
    }

    /**
     * The last stage: every amount of a message with the verdict on it, whether it became an entry or not.
     *
     * @param message as its author sent it
     * @param context what is known of the author
     * @return the amounts in the order of their place
     */
    public static List<ExaminedAmount> explain(SentMessage message, Context context) {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(context, "context");
        OwnText own = OwnWords.of(message.body(), message.format());
        return Judge.explain(TimeExtractor.testimonies(message, context, own)).stream()
                .map(opinion -> examined(own, opinion))
                .toList();
    }

    private static ExaminedAmount examined(OwnText own, Opinion opinion) {
        Scene scene = opinion.testimony().scene();
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        int from = Math.min(amount.from(), Math.max(scene.sentence().from(), amount.from() - SHOWN_TOKENS));
        int to = Math.max(amount.to(), Math.min(scene.sentence().to(), amount.to() + SHOWN_TOKENS));
        Span place = new Span(tokens.start(amount.from()), tokens.end(amount.to() - 1));
        int start = tokens.start(from);
        return new ExaminedAmount(
                own.toBody(place),
                tokens.text(from, to),
                new Span(place.start() - start, place.end() - start),
                amount.minutes(),
                opinion.entry(),
                opinion.confidence(),
                opinion.reasons());
    }

    /** The readings of an amount; nothing, such as the lower bound of "0 to 2 hours", is no amount. */
    private static List<Double> seconds(Amount amount) {
        return Stream.concat(Stream.of(amount.seconds()), amount.further().stream())
                .filter(seconds -> seconds > 0)
                .toList();
    }

    private static StatedAmount stated(Tokens tokens, Amount amount, List<Double> seconds) {
        return new StatedAmount(
                new Span(tokens.start(amount.from()), tokens.end(amount.to() - 1)),
                seconds,
                amount.is(Amount.Kind.CLOCK) ? Kind.RANGE : Kind.DURATION);
    }
}
