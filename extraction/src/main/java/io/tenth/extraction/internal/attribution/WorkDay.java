package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Table;
import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day of the work: in its share of the clause, the clause, the line, the sentence, a few words behind it, the
 * heading and the lines above that say nothing but a day; else the sent day. Of several days in one place the nearest to the
 * amount counts, and of days that are named together the last. A day that belongs to another noun is none of the work.
 */
final class WorkDay {

    /** What stands before the word for a day and is no noun that the day tells from others. */
    private static final Tags NO_NOUNS = Tags.of(Tag.REPORT, Tag.PERIOD, Tag.DATE_WORD, Tag.THE, Tag.DAY);

    private static final Tags EVENTS = Tags.of(Tag.CALL, Tag.MEETING, Tag.TRAVEL);

    private static final Tags WORK_ON_THINGS = Tags.of(Tag.DRAFTING, Tag.REVIEW, Tag.RESEARCH, Tag.OTHER_WORK);

    private static final Tags BEFORE_DAY =
            Tags.of(Tag.PREPOSITION, Tag.DATE_LEAD, Tag.THE, Tag.PAST, Tag.FINISH, Tag.BE, Tag.IT, Tag.OF);

    private static final Range NOWHERE = new Range(0, 0);

    private static final int NEAR = 3;
    private static final int LABEL = 6;
    private static final int FARTHEST = 12;
    private static final int AFTERWORD = 5;
    private static final int NOON = 12;

    /** A day that is said of all amounts before it stands in the same paragraph; an endless line is not read for each of them. */
    private static final int LONGEST_LOOK = 150;

    private static final int TOGETHER = 2;

    private final LocalDate sent;

    WorkDay(LocalDate sent) {
        this.sent = sent;
    }

    LocalDate of(Scene scene) {
        LocalDate named = named(scene);
        if (named == null) {
            return sent;
        }
        LocalDate ended = isOverMidnight(scene) ? named.plusDays(1) : named;
        return ended.isAfter(sent) ? sent : ended;
    }

    private @Nullable LocalDate named(Scene scene) {
        int from = scene.amount().from();
        var row = new Range(scene.layout().rowStart(from), from);
        var led = new Range(scene.clause().from(), from);
        var headings = new Headings(scene.page());
        List<Range> places = List.of(
                endOfLast(scene),
                bracketed(scene),
                trailing(scene),
                scene.share(),
                led,
                since(scene),
                scene.clause(),
                row,
                column(scene),
                new Range(scene.sentence().from(), from),
                behind(scene),
                afterword(scene),
                ofAll(scene),
                headings.above(scene),
                headings.overLine(scene));
        for (Range place : places) {
            LocalDate day = nearest(scene, place);
            if (day != null) {
                return day;
            }
        }
        return dayLine(scene);
    }

    /** The heading of the column, which names a day where the columns are the days of a week. */
    private static Range column(Scene scene) {
        int from = scene.amount().from();
        Table table = Table.around(scene.page(), scene.layout().lineOf(from));
        Range heading = table == null ? null : table.headingOf(from);
        return heading == null || !isDayAlone(scene, heading) ? NOWHERE : heading;
    }

    /** "15.04. whole day": a date with which the sentence begins, although its dot looks like the end of another. */
    private static Range endOfLast(Scene scene) {
        DateMention day = scene.page().dates().covering(scene.sentence().from() - 1);
        if (day == null || day.to() != scene.sentence().from() || scene.tokens().isWord(day.from() - 1)) {
            return NOWHERE;
        }
        return new Range(day.from(), day.to());
    }

    /** "30 minutes each (Tuesday)", "1 h (Dienstag, am Telefon)": a day alone in brackets, where none stands before the amount. */
    private static Range bracketed(Scene scene) {
        int day = scene.amount().to() + 1;
        int end = scene.behindDay(day);
        boolean alone = end > day
                && scene.tokens().isMark(day - 1, '(')
                && scene.tokens().isOneOf(end, "),");
        Range before = since(scene);
        return alone && !scene.datesBetween(before.from(), before.to()) ? new Range(day, end) : NOWHERE;
    }

    /** "2 hours on the 3rd, an hour on the 5th": where the first amount has its day behind it, so have the others. */
    private static Range trailing(Scene scene) {
        int first = scene.page().firstAmountBehind(scene.sentence().from());
        boolean led = scene.page().dates().covering(scene.amount().from() - 1) != null;
        if (first >= scene.index() || led) {
            return NOWHERE;
        }
        List<Amount> amounts = scene.page().amounts();
        boolean firstLed =
                scene.datesBetween(scene.sentence().from(), amounts.get(first).from());
        boolean trailed = scene.datesBetween(
                amounts.get(first).to(), amounts.get(first + 1).from());
        return trailed && !firstLed ? behind(scene) : NOWHERE;
    }

    /** "…, all Thursday as usual", "… Both done on the 18th.": a day that is said of all amounts before it. */
    private static Range ofAll(Scene scene) {
        int to = scene.amount().to();
        int end = scene.layout().end(scene.layout().lineOf(scene.amount().from()));
        for (DateMention day : scene.page().dates().within(to, Math.min(end, to + LONGEST_LOOK))) {
            if (isOfAll(scene.tokens(), day.from())) {
                return new Range(day.from(), day.to());
            }
        }
        return NOWHERE;
    }

    /** Whether "all" or "both" leads to the day, and no noun stands between: not "all comments by Friday". */
    private static boolean isOfAll(Tokens tokens, int day) {
        for (int i = day - 1; i >= day - NEAR; i--) {
            if (tokens.is(i, Tag.ALL_OF_IT)) {
                return !tokens.isWord(i - 1) || tokens.is(i - 1, Tag.BE);
            }
            if (!tokens.isAny(i, BEFORE_DAY)) {
                return false;
            }
        }
        return false;
    }

    /** What stands before the amount in its sentence, back to the amount before. */
    private static Range since(Scene scene) {
        int before = scene.index() - 1;
        int from = scene.sentence().from();
        int earlier = before < 0 ? 0 : scene.page().amounts().get(before).to();
        return new Range(Math.max(from, earlier), scene.amount().from());
    }

    /** What stands behind the amount in its sentence, up to the next amount: a day behind that one is of other work. */
    private static Range behind(Scene scene) {
        int next = scene.index() + 1;
        int from = scene.amount().to();
        int to = scene.sentence().to();
        boolean more = next < scene.page().amounts().size();
        return new Range(
                from, more ? Math.min(to, scene.page().amounts().get(next).from()) : to);
    }

    /** "Both yesterday.": the next sentence of the line, where it is hardly more than a day. */
    private static Range afterword(Scene scene) {
        int from = scene.sentence().to() + 1;
        boolean goesOn = from < scene.tokens().size() && !scene.tokens().isBreak(from - 1);
        int to = goesOn ? scene.layout().sentenceEnd(from) : from;
        return new Range(from, to - from <= AFTERWORD ? to : from);
    }

    /** A line above, of the same block, that has a day and otherwise hardly a word. */
    private @Nullable LocalDate dayLine(Scene scene) {
        int line = scene.layout().lineOf(scene.amount().from());
        for (int above = line - 1; above >= Math.max(0, line - FARTHEST); above--) {
            var place = new Range(scene.layout().start(above), scene.layout().end(above));
            if (scene.layout().isBlank(above)) {
                return null;
            }
            LocalDate day = isDayAlone(scene, place) ? nearest(scene, place) : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static boolean isDayAlone(Scene scene, Range place) {
        int others = 0;
        for (int i = place.from(); i < Math.min(place.to(), place.from() + LABEL); i++) {
            boolean word = scene.tokens().isWord(i) || scene.tokens().isNumber(i);
            others += word && scene.page().dates().covering(i) == null ? 1 : 0;
        }
        return others <= 1 && place.to() - place.from() <= LABEL;
    }

    /** The day of the place that stands nearest to the amount; the last of those that are named together with it. */
    private @Nullable LocalDate nearest(Scene scene, Range place) {
        DateMention best = null;
        List<DateMention> days = scene.page().dates().within(place.from(), place.to());
        for (int i = 0; i < days.size(); i++) {
            DateMention day = days.get(i);
            boolean nearer = best == null || distance(day, scene.amount()) < distance(best, scene.amount());
            best = nearer && isOfWork(scene, day) ? day : best;
        }
        if (best == null) {
            return null;
        }
        boolean led = best.from() < scene.amount().from();
        return lastWith(scene, led ? new Range(Math.min(since(scene).from(), place.from()), place.to()) : place, best);
    }

    /** The last of the days of the place that are named together with {@code day}. */
    private LocalDate lastWith(Scene scene, Range place, DateMention day) {
        LocalDate last = day.day();
        List<DateMention> days = scene.page().dates().within(place.from(), place.to());
        int at = days.indexOf(day);
        for (int i = at; i > 0 && isTogether(scene.tokens(), days.get(i - 1), days.get(i)); i--) {
            last = later(last, days.get(i - 1));
        }
        for (int i = at + 1; i < days.size() && isTogether(scene.tokens(), days.get(i - 1), days.get(i)); i++) {
            last = later(last, days.get(i));
        }
        return last;
    }

    private LocalDate later(LocalDate last, DateMention other) {
        boolean past = !other.future() && !other.day().isAfter(sent);
        return past && other.day().isAfter(last) ? other.day() : last;
    }

    private static int distance(DateMention day, Amount amount) {
        return day.from() < amount.from() ? amount.from() - day.to() : Math.max(0, day.from() - amount.to());
    }

    /** "Tuesday and Wednesday", "from 11 to 13 May"; not "this week, Monday", where the day says which of the week. */
    private static boolean isTogether(Tokens tokens, DateMention one, DateMention other) {
        if (isThisWeek(tokens, one) && tokens.isMark(one.to(), ',')) {
            return false;
        }
        int joint = tokens.isMark(one.to(), '.') ? one.to() + 1 : one.to();
        if (other.from() == one.to()) {
            return one.day().equals(other.day());
        }
        return other.from() - joint <= TOGETHER
                && (tokens.isAny(joint, Tag.AND, Tag.TO, Tag.HYPHEN) || tokens.isOneOf(joint, "-,&+"));
    }

    private static boolean isThisWeek(Tokens tokens, DateMention day) {
        return tokens.has(day.from(), day.to(), Tag.PERIOD) && tokens.has(day.from(), day.to(), Tag.TODAY);
    }

    /** Not one to come, nor one that tells a letter, a person or a month's payroll from another, nor that of the amount behind it. */
    private boolean isOfWork(Scene scene, DateMention day) {
        if (day.future() || day.day().isAfter(sent)) {
            return false;
        }
        Tokens tokens = scene.tokens();
        boolean other = isAttribute(tokens, day) && !isOfEvent(scene, day.from() - 1);
        return !other && !isBeginning(tokens, day.from()) && !isOfEventAhead(tokens, day) && !isOfNext(scene, day);
    }

    /** "since Monday", "since the 23rd": where something began. */
    private static boolean isBeginning(Tokens tokens, int day) {
        int lead = tokens.is(day - 1, Tag.THE) ? day - 2 : day - 1;
        return tokens.is(lead, Tag.SUBORDINATOR_OR_NOT) && tokens.is(lead, Tag.DATE_LEAD);
    }

    /** "today 7 hours, yesterday 5": where this amount has a day before it, the one that leads to the next amount is of that. */
    private static boolean isOfNext(Scene scene, DateMention day) {
        int next = scene.index() + 1;
        List<Amount> amounts = scene.page().amounts();
        boolean leads = day.from() >= scene.amount().to()
                && next < amounts.size()
                && amounts.get(next).from() == day.to();
        return leads
                && scene.datesBetween(scene.sentence().from(), scene.amount().from());
    }

    /** "the letter of 4 March": the day tells the noun before it from others. */
    private static boolean isAttribute(Tokens tokens, DateMention day) {
        int noun = day.from() - 2;
        return tokens.isAny(noun + 1, Tag.OF, Tag.FROM)
                && tokens.isWord(noun)
                && !tokens.isCapitalised(noun)
                && !tokens.isAny(noun, NO_NOUNS)
                && !tokens.isAny(day.from(), Tag.TODAY, Tag.YESTERDAY, Tag.BEFORE_YESTERDAY);
    }

    /** "la riunione sindacale di martedì": an event that is itself the work, and not what something was prepared for. */
    private static boolean isOfEvent(Scene scene, int of) {
        Tokens tokens = scene.tokens();
        int noun = tokens.isAny(of - 1, EVENTS) ? of - 1 : of - 2;
        boolean event = tokens.isAny(noun, EVENTS);
        for (int i = Math.max(scene.sentence().from(), noun - FARTHEST); event && i < noun; i++) {
            event = !tokens.isAny(i, WORK_ON_THINGS);
        }
        return event;
    }

    /** "prep for Monday's cross" */
    private static boolean isOfEventAhead(Tokens tokens, DateMention day) {
        int before = day.from() - 1;
        return tokens.is(day.to(), Tag.POSSESSIVE)
                && tokens.is(before, Tag.PREPOSITION)
                && tokens.is(before - 1, Tag.WORK);
    }

    /** From an evening to a morning: {@code 22:15 to 00:40}, {@code 9 pm–1 am}. */
    private static boolean isOverMidnight(Scene scene) {
        Amount amount = scene.amount();
        Tokens tokens = scene.tokens();
        if (!amount.is(Amount.Kind.CLOCK)) {
            return false;
        }
        int evening = tokens.find(amount.from(), amount.to(), Tag.PM);
        if (evening >= 0) {
            return tokens.has(evening, amount.to(), Tag.AM);
        }
        Numeral first = null;
        Numeral last = null;
        for (int i = amount.from(); i < amount.to(); i++) {
            if (tokens.isNumber(i) && scene.page().dates().covering(i) == null) {
                first = first == null ? tokens.numeral(i) : first;
                last = tokens.numeral(i);
            }
        }
        return first != null && last != null && first.first() > NOON && last.first() < NOON;
    }
}
