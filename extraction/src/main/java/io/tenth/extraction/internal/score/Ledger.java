package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Evidence;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The amounts taken so far, against which a later one may be their sum or one of them again. */
final class Ledger {

    /** How many entries back a sum or a repetition is looked for. */
    private static final int LOOK = 60;

    /** Entries that stand in a list or a table. */
    private static final Set<Evidence> LISTED =
            EnumSet.of(Evidence.HOURS_COLUMN, Evidence.DAY_COLUMN, Evidence.LINE_OF_A_TIME_REPORT);

    /** What may stand beside a sum. */
    private static final Tags OF_SUMS = Tags.of(
            Tag.TOTAL,
            Tag.WHOLE,
            Tag.SO,
            Tag.IT,
            Tag.CHARGED,
            Tag.BILLED,
            Tag.BILL,
            Tag.ACCOUNT,
            Tag.REPORT,
            Tag.HOUR,
            Tag.MINUTE,
            Tag.DATE_WORD,
            Tag.ADVERB,
            Tag.PREPOSITION,
            Tag.REQUEST,
            Tag.LASTING,
            Tag.NON_BILLABLE);

    /** What may stand between a length and its times of day. */
    private static final Tags IN_ONE = Tags.of(Tag.PREPOSITION, Tag.THE, Tag.SO, Tag.CLOCK_LEAD, Tag.CLOCK_ARTICLE);

    /** Shorter words beside an amount tell of no work. */
    private static final int SHORTEST_OF_WORK = 4;

    private static final Set<Evidence> TOLD =
            EnumSet.of(Evidence.AUTHOR_DID_IT, Evidence.WORK_TOOK_THIS_LONG, Evidence.PAST_TENSE_WORK);

    private final List<Testimony> entries = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> charged = new ArrayList<>();
    private final List<Integer> all = new ArrayList<>();
    private int minutes;

    void take(Testimony testimony) {
        entries.add(testimony);
        taken.add(testimony.scene().amount().minutes());
        minutes += testimony.scene().amount().minutes();
        if (!isWaived(testimony.scene())) {
            charged.add(testimony.scene().amount().minutes());
        }
    }

    /** "0.8 retyping Schedule A (no charge)": whether it is said of the amount and not of the next one. */
    private static boolean isWaived(Scene scene) {
        List<Amount> amounts = scene.page().amounts();
        int next = scene.index() + 1;
        int end = next < amounts.size()
                ? Math.min(amounts.get(next).from(), scene.sentence().to())
                : scene.sentence().to();
        return scene.tokens().has(scene.share().from(), end, Tag.NON_BILLABLE);
    }

    void compare(Testimony testimony) {
        Scene scene = testimony.scene();
        if (isTotal(scene) || isSumOfLast(scene) || ColumnSums.isSum(scene)) {
            testimony.seen().add(Evidence.TOTAL_OF_LINES);
        }
        boolean known = taken.contains(scene.amount().minutes());
        all.add(scene.amount().minutes());
        if (known && (isPointedAt(scene) || isToldAgain(testimony) || isBetweenItsTimes(scene))) {
            testimony.seen().add(Evidence.SAID_BEFORE);
        }
    }

    private boolean isTotal(Scene scene) {
        Tokens tokens = scene.tokens();
        boolean named = namesTotal(scene);
        boolean sum = entries.size() > 1 && Math.abs(scene.amount().minutes() - minutes) <= 1;
        boolean work = tokens.has(scene.clause(), Tag.WORK);
        boolean below = !entries.isEmpty() || (scene.index() > 1 && scene.isBare());
        return (sum && (named || !(work || isItem(scene)))) || (named && !work && below);
    }

    /** Whether its sentence has the word for a sum, and not right before the next amount alone: "Wednesday 3.5 hrs, total 6.5". */
    private static boolean namesTotal(Scene scene) {
        Tokens tokens = scene.tokens();
        Range sentence = scene.sentence();
        int next = scene.index() + 1;
        boolean last = next >= scene.page().amounts().size();
        int word = last ? -1 : scene.page().amounts().get(next).from() - 1;
        boolean ofNext = word >= scene.amount().to() && tokens.is(word, Tag.TOTAL) && sentence.covers(word);
        return tokens.has(sentence.from(), ofNext ? word : sentence.to(), Tag.TOTAL);
    }

    /** "weather data pull 1.2", "2 hrs window schedule": words of its own beside it, which are no words of a sum. */
    private static boolean isItem(Scene scene) {
        Tokens tokens = scene.tokens();
        int words = 0;
        for (int i = scene.clause().from(); i < scene.clause().to(); i++) {
            boolean own = tokens.isWord(i) && !tokens.isAny(i, OF_SUMS) && !tokens.isCapitalised(i);
            boolean longer = tokens.end(i) - tokens.start(i) >= SHORTEST_OF_WORK;
            words += own && longer && !scene.amount().range().covers(i) ? 1 : 0;
        }
        return words > 1 && !scene.predicate().hasVerb();
    }

    /** Whether it stands for the entries right before it, by its place or by the name above them, and adds them up. */
    private boolean isSumOfLast(Scene scene) {
        if (!isSaidOfNothing(scene) && !isLedToSum(scene) && !isNameOfBlock(scene)) {
            return false;
        }
        return endsWithSum(taken, scene.amount().minutes())
                || endsWithSum(charged, scene.amount().minutes())
                || endsWithSum(all, scene.amount().minutes());
    }

    private static boolean endsWithSum(List<Integer> lengths, int total) {
        int sum = 0;
        for (int i = lengths.size() - 1; i >= Math.max(0, lengths.size() - LOOK); i--) {
            sum += lengths.get(i);
            if (i < lengths.size() - 1 && Math.abs(sum - total) <= 1) {
                return true;
            }
        }
        return false;
    }

    /** At the end of its line, with no word between it and the amount before it or the start of the line. */
    private static boolean isSaidOfNothing(Scene scene) {
        Tokens tokens = scene.tokens();
        int line = scene.layout().lineOf(scene.amount().from());
        int before = scene.index() - 1;
        int from = scene.layout().rowStart(scene.amount().from());
        if (before >= 0) {
            from = Math.max(from, scene.page().amounts().get(before).to());
        }
        boolean last = scene.amount().to() + 1 >= scene.layout().end(line);
        for (int i = from; i < scene.amount().from(); i++) {
            if (tokens.isWord(i) || tokens.isNumber(i)) {
                return false;
            }
        }
        boolean apart = tokens.isCellStart(scene.amount().from())
                || scene.amount().from() == scene.layout().start(line)
                || tokens.isOneOf(scene.amount().from() - 1, "=");
        return last && apart;
    }

    /** "so two hours on Bracegirdle", "makes 6.5", "= 4.0". */
    private static boolean isLedToSum(Scene scene) {
        Tokens tokens = scene.tokens();
        int before = scene.amount().from() - 1;
        return tokens.isMark(before, '=')
                || tokens.isAny(before, Tag.TOTAL, Tag.SO)
                || (tokens.is(before - 1, Tag.SO) && !tokens.isWord(before));
    }

    /** {@code Orme 4.0} below the lines that stand under {@code Orme}. */
    private boolean isNameOfBlock(Scene scene) {
        Tokens tokens = scene.tokens();
        int start = scene.layout().rowStart(scene.amount().from());
        if (entries.size() < 2
                || !tokens.isCapitalised(start)
                || tokens.has(start, scene.amount().from(), Tag.WORK)) {
            return false;
        }
        String name = tokens.text(start);
        int line = scene.layout().lineOf(start);
        for (int above = line - 1; above >= Math.max(0, line - LOOK); above--) {
            int head = scene.layout().start(above);
            if (!scene.page().hasAmount(above)
                    && tokens.isWord(head)
                    && tokens.text(head).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** "the 3 hours on the audit": pointed at, and said before. */
    private static boolean isPointedAt(Scene scene) {
        Amount amount = scene.amount();
        return scene.tokens().is(amount.from() - 1, Tag.THE)
                || (scene.tokens().is(amount.from() - 2, Tag.THE)
                        && !scene.tokens().isOneOf(amount.from() - 1, ",:"));
    }

    /** "worked on it for two hours, from 10 to noon", "from 10 to 12 (2 h)": a length and the times of day that it lies between. */
    private boolean isBetweenItsTimes(Scene scene) {
        Amount amount = scene.amount();
        Scene last = entries.getLast().scene();
        boolean near = last.index() == scene.index() - 1
                && last.amount().minutes() == amount.minutes()
                && last.sentence().equals(scene.sentence());
        boolean times = last.amount().is(Kind.CLOCK) != amount.is(Kind.CLOCK);
        return near && times && (isSaidOfOne(scene, last) || isAppended(scene, last));
    }

    /** Not "from 10 to 12, two hours on the call", where the second has work of its own. */
    private static boolean isSaidOfOne(Scene scene, Scene last) {
        Tokens tokens = scene.tokens();
        boolean own = tokens.isMark(scene.amount().from() - 1, ',')
                && tokens.is(scene.amount().to(), Tag.PREPOSITION)
                && (tokens.isWord(last.amount().from() - 1)
                        || tokens.isWord(last.amount().to()));
        return !own && isSaidInOne(tokens, last.amount().to(), scene.amount().from());
    }

    /** "two hours of drafting, from 10 to noon.": nothing is said of the times that stand between marks. */
    private static boolean isAppended(Scene scene, Scene last) {
        Tokens tokens = scene.tokens();
        int mark = scene.amount().from() - 1;
        while (mark > last.amount().to() && tokens.isWord(mark) && isSmall(tokens, mark)) {
            mark--;
        }
        return tokens.isOneOf(mark, ",(")
                && !tokens.isWord(scene.amount().to())
                && !tokens.isNumber(scene.amount().to())
                && !tokens.has(last.amount().to(), scene.amount().from(), Tag.AND);
    }

    private static boolean isSmall(Tokens tokens, int i) {
        return tokens.isAny(i, IN_ONE) && !tokens.is(i, Tag.AND);
    }

    private static boolean isSaidInOne(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean other = tokens.isNumber(i) || tokens.isOneOf(i, ";+|") || tokens.isCellStart(i);
            if (other || (tokens.isWord(i) && !isSmall(tokens, i))) {
                return false;
            }
        }
        return true;
    }

    /** The same time of the same work: announced as a repetition, or once told and once listed. */
    private boolean isToldAgain(Testimony testimony) {
        Scene scene = testimony.scene();
        List<Testimony> asLong = entries.subList(Math.max(0, entries.size() - LOOK), entries.size()).stream()
                .filter(entry -> isAsLong(entry, scene.amount()))
                .filter(entry -> !entry.scene().sentence().equals(scene.sentence()))
                .toList();
        Gist gist = Gist.of(scene);
        boolean announced =
                scene.tokens().has(scene.sentence().from(), scene.amount().from(), Tag.RESTATED);
        return asLong.stream()
                .anyMatch(entry -> announced
                        ? Gist.of(entry.scene()).isAlike(gist)
                        : isOtherForm(entry, testimony)
                                && Gist.of(entry.scene()).isSame(gist));
    }

    private static boolean isAsLong(Testimony entry, Amount amount) {
        return entry.scene().amount().minutes() == amount.minutes();
    }

    private static boolean isOtherForm(Testimony one, Testimony other) {
        return (isTold(one) && isListed(other)) || (isListed(one) && isTold(other));
    }

    private static boolean isTold(Testimony testimony) {
        return !Collections.disjoint(testimony.seen(), TOLD) && !isListed(testimony);
    }

    private static boolean isListed(Testimony testimony) {
        return !Collections.disjoint(testimony.seen(), LISTED);
    }
}
