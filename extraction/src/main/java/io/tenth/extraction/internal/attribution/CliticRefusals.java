package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Finds that a charge is denied in French, Italian, Spanish and Portuguese, where short pronouns and an auxiliary stand between
 * the negation and the verb: {@code non te li addebito}, {@code no se los voy a cobrar}, {@code não lhos vou faturar}.
 *
 * <p>What somebody else does not charge us is no refusal ({@code que no nos cobra el envío}), nor what is not charged yet
 * ({@code aún no las he facturado}), nor a note or a thing that is not put down elsewhere ({@code non lo metto in allegato}).
 */
final class CliticRefusals {

    private static final int REACH = 7;
    private static final int SHORT = 3;
    private static final int TO_ACCOUNT = 3;
    private static final double HOUR = 3600;

    private static final Tags PRONOUN = Tags.of(Tag.OTHER, Tag.THE, Tag.IT);
    private static final Tags AUXILIARY = Tags.of(Tag.MODAL, Tag.HAVE, Tag.BE);
    private static final Tags CLOSING = Tags.of(Tag.IT, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT, Tag.NEGATION);

    private final Tokens tokens;

    CliticRefusals(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a negation and a verb of charging, with only pronouns and auxiliaries between, deny a charge. */
    boolean isRefusal(int not, int end) {
        if (!tokens.language().has(Habit.NAME_BEHIND) || !tokens.is(not, Tag.NEGATION)) {
            return false;
        }
        int to = Math.min(end, not + REACH);
        int verb = not + 1;
        boolean object = false;
        while (verb < to && !isCharge(verb, object, end) && isSmall(verb)) {
            object |= isPronoun(verb);
            verb++;
        }
        return verb < to && isCharge(verb, object, end) && !isPending(not, verb) && !isOfSubject(not);
    }

    /** "non la metto": a verb of putting down only with a pronoun, and with nothing behind it but the bill. */
    private boolean isCharge(int i, boolean object, int end) {
        boolean put = tokens.isAny(i, Tag.BILLED, Tag.CHARGED, Tag.BILL, Tag.ACCOUNT);
        return object && put && !tokens.is(i, Tag.MODAL) && closes(i + 1, end);
    }

    private boolean closes(int behind, int end) {
        return !tokens.isWord(behind)
                || tokens.isAny(behind, CLOSING)
                || tokens.has(behind, Math.min(end, behind + TO_ACCOUNT), Tag.ACCOUNT)
                || tokens.has(behind, Math.min(end, behind + TO_ACCOUNT), Tag.ROLE);
    }

    /** A pronoun or an auxiliary: not "nos" or "ci", to whom others charge something. */
    private boolean isSmall(int i) {
        return !tokens.is(i, Tag.ME) && (isPronoun(i) || tokens.isAny(i, AUXILIARY));
    }

    private boolean isPronoun(int i) {
        boolean adverb = tokens.is(i, Tag.ADVERB) && !tokens.is(i, Tag.APPROXIMATE);
        return tokens.isWord(i)
                && !tokens.isAny(i, AUXILIARY)
                && (tokens.isAny(i, PRONOUN) || (adverb && tokens.end(i) - tokens.start(i) <= SHORT));
    }

    /** "que el banco no les cobra", "le bailleur ne les facture pas": not "al cliente no se lo cobro". */
    boolean isOfSubject(int said) {
        int noun = said - 1;
        while (isPronoun(noun)) {
            noun--;
        }
        boolean clitic = noun < said - 1 || isPronoun(said + 1);
        boolean other = tokens.is(noun, Tag.ROLE) && tokens.is(noun - 1, Tag.THE) && !tokens.is(noun, Tag.NO_MATTER);
        boolean led = tokens.is(noun - 1, Tag.PREPOSITION) || tokens.is(noun - 2, Tag.PREPOSITION);
        return clitic && other && !led && tokens.language().has(Habit.NAME_BEHIND);
    }

    /** "aún no las he facturado", "non le ho ancora fatturate", "ainda não está na fatura". */
    boolean isPending(int not, int verb) {
        boolean perfect = tokens.has(not + 1, verb, Tag.HAVE) || tokens.has(not + 1, verb, Tag.BE);
        return perfect
                && tokens.language().has(Habit.NAME_BEHIND)
                && (isYet(not - 1) || isYet(verb - 1) || isYet(verb + 1));
    }

    private boolean isYet(int i) {
        return tokens.is(i, Tag.ADVERB) && !tokens.isAny(i, PRONOUN) && !tokens.is(i, Tag.ME);
    }

    /** "o fornecedor, que não nos cobra o envio": what is not charged to us. */
    boolean isToUs(int not, int verb) {
        return tokens.language().has(Habit.NAME_BEHIND) && tokens.has(not + 1, verb, Tag.ME);
    }

    /** "É pro bono, como os anteriores.", "por isso ficam por minha conta": without a subject it is about what was named last. */
    boolean isOfLast(int from, int said) {
        boolean opens = tokens.is(from, Tag.BE) && said == from + 1;
        boolean follows = tokens.has(said - SHORT, said, Tag.SO) || tokens.has(said - SHORT, said, Tag.IT);
        return tokens.language().has(Habit.NAME_BEHIND) && (opens || follows);
    }

    /** "que no corren de mi cuenta", "che non sono a carico dello studio": the word right before, or before its verb. */
    boolean isDenied(int said) {
        for (int i = said; tokens.is(i, Tag.NON_BILLABLE); i++) {
            if (tokens.is(i, Tag.NEGATION)) {
                return false;
            }
        }
        int not = tokens.is(said - 1, Tag.NEGATION) ? said - 1 : said - 2;
        return tokens.language().has(Habit.NAME_BEHIND)
                && tokens.isWord(said - 1)
                && tokens.is(not, Tag.NEGATION)
                && !tokens.is(not, Tag.NON_BILLABLE)
                && tokens.end(not) - tokens.start(not) <= SHORT;
    }

    /** "3 h 20 a configurar os postos; a hora da impressora foi oferta da casa": of a time that is not read, or of others. */
    boolean isOfAnother(Scene scene, int said) {
        if (!tokens.language().has(Habit.NAME_BEHIND)) {
            return false;
        }
        if (isOfSubject(said)) {
            return true;
        }
        for (int i = scene.amount().to(); i < said - 1; i++) {
            boolean more = tokens.is(i, Tag.FURTHER) && tokens.isAny(i + 1, Tag.HOUR, Tag.NUMBER);
            boolean hour = tokens.is(i, Tag.THE) && tokens.is(i + 1, Tag.HOUR) && tokens.isMark(i - 1, ';');
            if (more || (hour && scene.amount().seconds() != HOUR)) {
                return true;
            }
        }
        return false;
    }
}
