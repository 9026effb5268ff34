package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;
import java.util.Set;

/**
 * Looks for a name that an amount stands under or is given to: a column of initials, {@code Nils: the import, 2h} beside
 * {@code Me: ...}, {@code the 2.1 on the lease is Dan's}.
 *
 * <p>A name may be that of a matter as well. It is one of a person only where the author stands in the same place elsewhere in
 * the message, or where it has the possessive of an owner.
 */
final class OwnerWitness implements Witness {

    private static final int TALLEST = 60;
    private static final int LABEL = 2;
    private static final int BACK = 40;

    /** So far around an amount labels are sought: in all of most messages, and not anew in all of an endless one. */
    private static final int FARTHEST_LABEL = 600;

    private static final int BEHIND = 30;

    /** How far an owner stands from what is owned: "Kev's three hours". */
    private static final int ADJECTIVE = 2;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        boolean account = isAboutAccountOfAnother(scene.page().subject()) && !isOfAuthor(scene);
        if (account || isOnSheetOfAnother(scene)) {
            seen.add(Evidence.SOMEBODYS_ACCOUNT);
        }
        if (seen.contains(Evidence.SOMEBODYS_ROW) || seen.contains(Evidence.AUTHORS_ROW)) {
            return;
        }
        boolean row = isInRowOfAnother(scene) || isUnderSheetOfAnother(scene);
        if (row || isLabelledByAnother(scene) || isOwnedBehind(scene)) {
            seen.add(Evidence.SOMEBODYS_ROW);
        }
    }

    /** "Gideon's sheet", "Dr Whitaker's account", "Rechnung des Sachverständigen"; not "Monday's sheet", "the client's bill". */
    private static boolean isAboutAccountOfAnother(Tokens subject) {
        for (int i = 0; i < subject.size(); i++) {
            boolean named = subject.is(i, Tag.POSSESSIVE)
                    && isAnother(subject, i - 1)
                    && subject.has(i + 1, i + 1 + ADJECTIVE, Tag.REPORT);
            int who = subject.is(i + 2, Tag.THE) ? i + 3 : i + 2;
            boolean governed = subject.is(i, Tag.REPORT)
                    && subject.isAny(i + 1, Tag.OF, Tag.THE)
                    && (subject.is(who, Tag.TITLE) || isOther(subject, who));
            if (named || governed) {
                return true;
            }
        }
        return false;
    }

    /** "I looked through Florence's timesheet and approve it: 7 hours on the archive": before the colon that leads to the amount. */
    private static boolean isOnSheetOfAnother(Scene scene) {
        Tokens tokens = scene.tokens();
        int to = scene.amount().from();
        int from = Math.max(scene.sentence().from(), to - FARTHEST_LABEL);
        int colon = from;
        while (colon < to && !tokens.isMark(colon, ':')) {
            colon++;
        }
        int sheet = colon < to ? sheetOfAnother(tokens, from, colon) : -1;
        boolean worked = sheet + 1 == colon && tokens.has(from, sheet, Tag.WORK);
        return sheet >= 0 && !worked && !tokens.has(colon, to, Tag.SELF);
    }

    /** "What Dervla gave me over the phone for her timesheet:" above the line, which does not tell of the author. */
    private static boolean isUnderSheetOfAnother(Scene scene) {
        if (isOfAuthor(scene)) {
            return false;
        }
        Tokens tokens = scene.tokens();
        Range heading = new Headings(scene.page()).overLine(scene);
        return sheetOfAnother(tokens, heading.from(), heading.to()) >= 0
                && !tokens.has(heading, Tag.SELF)
                && !tokens.has(heading, Tag.MINE)
                && !tokens.has(heading, Tag.WORK);
    }

    /** The first word for a time sheet that somebody else owns, or -1: "Florence's timesheet", "her timesheet". */
    private static int sheetOfAnother(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean owner = tokens.is(i, Tag.THEIR) || (tokens.is(i, Tag.POSSESSIVE) && isAnother(tokens, i - 1));
            if (owner && tokens.is(i + 1, Tag.REPORT) && !tokens.isAny(i + 1, Tag.ACCOUNT, Tag.REFERENCE)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isAnother(Tokens tokens, int i) {
        boolean name = tokens.isCapitalised(i) && !tokens.isAny(i, Tag.DATE_WORD, Tag.CLIENT_HEADER, Tag.IT);
        return name || isOther(tokens, i);
    }

    private static boolean isOther(Tokens tokens, int i) {
        return tokens.is(i, Tag.ROLE) && !tokens.is(i, Tag.CLIENT_HEADER);
    }

    private static boolean isOfAuthor(Scene scene) {
        return scene.sentenceHas(Tag.SELF) || scene.sentenceHas(Tag.ME) || scene.sentenceHas(Tag.MINE);
    }

    /** A cell of the row with a name or initials, where another row has the author in the same place. */
    private static boolean isInRowOfAnother(Scene scene) {
        int line = scene.layout().lineOf(scene.amount().from());
        List<Range> row = Table.cells(scene.page(), line);
        if (row.size() < 2) {
            return false;
        }
        var author = new Author(scene.page());
        for (int column = 0; column < row.size(); column++) {
            Range cell = row.get(column);
            boolean name = !cell.covers(scene.amount().from()) && author.isAnyName(cell) && !author.is(cell);
            if (name && hasAuthor(scene, line, column, author)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAuthor(Scene scene, int line, int column, Author author) {
        return hasAuthor(scene, line, column, author, -1) || hasAuthor(scene, line, column, author, 1);
    }

    /** Looks through the rows before the line or behind it, up to the first line that is none. */
    private static boolean hasAuthor(Scene scene, int line, int column, Author author, int step) {
        for (int other = line + step; other >= 0 && Math.abs(other - line) < TALLEST; other += step) {
            List<Range> row = other < scene.layout().lines() ? Table.cells(scene.page(), other) : List.of();
            if (row.size() < 2) {
                return false;
            }
            if (column < row.size() && author.isAnyName(row.get(column)) && author.is(row.get(column))) {
                return true;
            }
        }
        return false;
    }

    /** "Nils: the import, 2h. Me: the export, 3h": a name before a colon, and elsewhere the author before one. */
    private static boolean isLabelledByAnother(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.amount().from();
        for (int i = from - 1; i >= Math.max(1, from - BACK); i--) {
            if (tokens.isBreak(i) && tokens.isBreak(i - 1)) {
                return false;
            }
            if (tokens.isMark(i, ':')) {
                int start = labelStart(scene, i);
                var label = new Range(start, i);
                return start < i && !isMine(tokens, label) && isPerson(tokens, label) && hasLabelOfMine(scene);
            }
        }
        return false;
    }

    /** Where the label before a colon begins: behind a break or a mark; the colon itself if it is too long for one. */
    private static int labelStart(Scene scene, int colon) {
        Tokens tokens = scene.tokens();
        int start = colon;
        while (start > 0 && colon - start <= LABEL && tokens.isWord(start - 1)) {
            start--;
        }
        boolean opens = start == 0 || tokens.isBreak(start - 1) || tokens.isOneOf(start - 1, ".,;!?-*\u2022");
        return opens && colon - start <= LABEL ? start : colon;
    }

    private static boolean isMine(Tokens tokens, Range label) {
        return label.to() - label.from() == 1 && tokens.isAny(label.from(), Tag.ME, Tag.SELF, Tag.MINE);
    }

    private static boolean isPerson(Tokens tokens, Range label) {
        int last = label.to() - 1;
        return (tokens.isCapitalised(last) || tokens.is(last, Tag.ROLE))
                && !tokens.isAny(last, Tag.DATE_WORD, Tag.WORK, Tag.REPORT, Tag.TOTAL);
    }

    private static boolean hasLabelOfMine(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = Math.max(1, scene.amount().from() - FARTHEST_LABEL);
        int to = Math.min(tokens.size(), scene.amount().to() + FARTHEST_LABEL);
        for (int i = from; i < to; i++) {
            if (tokens.isMark(i, ':') && tokens.isAny(i - 1, Tag.ME, Tag.SELF, Tag.MINE)) {
                int start = labelStart(scene, i);
                if (start < i && isMine(tokens, new Range(start, i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "the 2.1 on Naismith is Dan's", "the two hours on it were hers", "the 0.4 and the 1.1 are all Bertrand's", "exhibits stamped (1.8): all Rowena's". */
    private static boolean isOwnedBehind(Scene scene) {
        Tokens tokens = scene.tokens();
        int end = Math.min(scene.sentence().to(), scene.amount().to() + BEHIND);
        for (int i = scene.amount().to() + 1; !scene.amount().is(Kind.CLOCK) && i < end; i++) {
            if (tokens.is(i, Tag.POSSESSIVE) && isLastOfOwner(tokens, i)) {
                return isGivenTo(scene, ownerStart(tokens, i));
            }
            if (tokens.is(i, Tag.THEIR) && !tokens.isWord(i + 1)) {
                return isGivenTo(scene, i);
            }
            if (tokens.isMark(i, ';')) {
                return false;
            }
        }
        return false;
    }

    /** A name or a person with nothing that they own behind them. */
    private static boolean isLastOfOwner(Tokens tokens, int possessive) {
        int name = possessive - 1;
        boolean person = (tokens.isCapitalised(name) && !tokens.is(name, Tag.DATE_WORD)) || tokens.is(name, Tag.ROLE);
        int next = possessive + 1;
        boolean owned = tokens.isWord(next) && !tokens.isAny(next, Tag.AND, Tag.NEGATION, Tag.SUBORDINATOR_OR_NOT);
        return person && !owned && !tokens.isNumber(next);
    }

    private static int ownerStart(Tokens tokens, int possessive) {
        int start = possessive - 1;
        while (tokens.isCapitalised(start - 1) || tokens.isAny(start - 1, Tag.THE, Tag.TITLE, Tag.MINE)) {
            start--;
        }
        return start;
    }

    /** Whether "is", "are all" or a colon leads to the owner, and from the amount rather than from another noun. */
    private static boolean isGivenTo(Scene scene, int owner) {
        Tokens tokens = scene.tokens();
        boolean all = tokens.isAny(owner - 1, Tag.WHOLE, Tag.EACH);
        int lead = all ? owner - 2 : owner - 1;
        if (!isOfAmount(scene, lead)) {
            return false;
        }
        if (tokens.isMark(lead, ':') || tokens.is(lead, Tag.EACH)) {
            return all && !tokens.has(scene.sentence().from(), lead, Tag.SELF);
        }
        boolean pointed = tokens.isAny(scene.amount().from() - 1, Tag.THE, Tag.POSSESSIVE, Tag.YESTERDAY, Tag.TODAY);
        return tokens.is(lead, Tag.BE) && pointed && (all || isSubject(scene, lead));
    }

    /** Whether what leads to the owner stands behind the amount, denies nothing, and the author is not named before it. */
    private static boolean isOfAmount(Scene scene, int lead) {
        int to = scene.amount().to();
        return lead >= to
                && !scene.tokens().is(lead, Tag.NEGATION)
                && !scene.tokens().has(to, lead, Tag.SELF);
    }

    /** Whether nothing stands between the amount and the verb that could be the subject instead of it. */
    private static boolean isSubject(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        int next = scene.index() + 1;
        boolean another = next < scene.page().amounts().size()
                && scene.page().amounts().get(next).from() < verb;
        return !another
                && !tokens.has(scene.amount().to(), verb, Tag.SUBORDINATOR)
                && !tokens.has(scene.amount().to(), verb, Tag.AND)
                && !tokens.has(scene.amount().to(), verb, Tag.SELF);
    }
}
