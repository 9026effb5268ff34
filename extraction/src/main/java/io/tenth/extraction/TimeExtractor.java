package io.tenth.extraction;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.attribution.Attribution;
import io.tenth.extraction.internal.clause.Layout;
import io.tenth.extraction.internal.clause.Reader;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Language;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.score.Judge;
import io.tenth.extraction.internal.scout.Scout;
import io.tenth.extraction.internal.text.OwnText;
import io.tenth.extraction.internal.text.OwnWords;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;
import java.util.Objects;

/**
 * Finds the time that the author of a message says was worked.
 *
 * <p>Pure and thread-safe: no clock, no I/O, no locale of the machine; the same message gives the same answer. It never
 * throws for any text, and its work grows with the length of the text and no faster.
 *
 * <p>A scout ({@code scout}) looks for anything that can be an amount of time; most messages have nothing, and are done. The
 * others go through six stages, each a package below {@code internal} with one door: own words ({@code text}),
 * tokens ({@code token}), days and amounts ({@code date}, {@code amount}), what each amount is of ({@code clause}), the
 * verdict on it ({@code score}), and what the entry says ({@code attribution}). The words of a language are data, in
 * {@code locale}.
 */
public final class TimeExtractor {

    /** From this confidence on a mention is an entry. */
    public static final double LIKELY = Judge.LIKELY;

    private static final Extraction NOTHING = new Extraction(List.of());

    /** No place of a body: behind markup nothing can be scouted. */
    private static final int HIDDEN = Integer.MAX_VALUE;

    /** Makes an extractor; one is enough for all threads. */
    public TimeExtractor() {}

    /**
     * Finds the entries of one message.
     *
     * @param message as its author sent it, with its quoted history
     * @param context what is known of the author, or {@link Context#none()}
     * @return the entries; none where the author states no work with its time
     */
    public Extraction extract(SentMessage message, Context context) {
        return extract(message, context, LIKELY);
    }

    /**
     * Finds the entries of one message, and what may be one: for those who have somebody to ask about it. The entries are the same,
     * whatever else is found.
     *
     * @param message as its author sent it, with its quoted history
     * @param context what is known of the author, or {@link Context#none()}
     * @param least the confidence that is enough, above 0 and at most {@link #LIKELY}
     * @return the entries, and among them those mentions that {@link #takes} tells from them
     */
    public Extraction extract(SentMessage message, Context context, double least) {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(context, "context");
        if (!(least > 0 && least <= LIKELY)) {
            throw new IllegalArgumentException("the least confidence is not above 0 and at most 0.5: " + least);
        }
        int suspect =
                OwnWords.areHidden(message.body(), message.format()) ? HIDDEN : Scout.firstSuspect(message.body());
        if (suspect < 0) {
            return NOTHING;
        }
        OwnText own = OwnWords.of(message.body(), message.format());
        return own.holds(suspect) || Scout.suspects(own.text()) ? read(message, context, own, least) : NOTHING;
    }

    /**
     * Whether a mention is an entry, and not only may be one.
     *
     * @param mention of a message
     * @return whether it is likely enough
     */
    public static boolean takes(TimeMention mention) {
        return mention.confidence() >= LIKELY;
    }

    /** What {@link #extract} finds, without the scout that spares it most messages. */
    static Extraction read(SentMessage message, Context context, OwnText own, double least) {
        List<Testimony> testimonies = testimonies(message, context, own);
        return testimonies.isEmpty()
                ? NOTHING
                : new Extraction(Attribution.of(message, context, own, Judge.judge(testimonies, least)));
    }

    /** Every amount of the message with what was seen of it, before the verdict. */
    static List<Testimony> testimonies(SentMessage message, Context context, OwnText own) {
        Language language = Languages.of(own.text());
        Tokens tokens = Tokenizer.scan(own.text(), language);
        Dates dates = Dates.in(tokens, Dates.daySent(message.sentAt()), Languages.isDayFirst(context.language()));
        List<Amount> amounts = Amounts.in(tokens, dates, context.minutesInWorkingDay() * 60);
        if (amounts.isEmpty() && !Reader.mayReadColumns(tokens)) {
            return List.of();
        }
        Tokens subject = Tokenizer.scan(message.subject(), language);
        Tokens author = Tokenizer.scan(message.from(), language);
        return Reader.read(new Page(tokens, new Layout(tokens), dates, amounts, subject, author));
    }
}
