package io.tenth.capture;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.TimeMention;
import io.tenth.shared.MatterId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.WorkType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mention on its way into the store. A proposal is for one day: of a mention that says more, it holds 24 hours and names that
 * as a reason, so that its owner looks.
 *
 * @param place in the message, the same whenever it is read
 * @param millis how long the message took to be analysed; null where that is not known
 * @param consultation whether a language model was to be asked, and what it has said
 * @param unwanted whether it comes from mail of which its owner wants nothing proposed: it is stored as rejected, and comes back
 *     when the owner changes their mind
 * @param trace of its message; null for what a split or a merge has made
 */
record NewProposal(
        ProposalId id,
        MessageId message,
        int place,
        Proposal.Work work,
        Excerpt excerpt,
        double confidence,
        List<String> reasons,
        @Nullable Integer millis,
        Consultation consultation,
        boolean unwanted,
        @Nullable Trace trace) {

    /** The reason of what the engine had left out. */
    static final String FOUND_BY_MODEL = "found-by-model";

    static final String MATTER_NAMED = "model-named-matter";
    static final String KIND_NAMED = "model-named-kind";

    private static final int MOST_MINUTES = 1440;
    private static final String LEARNT = "matter-chosen-before";
    private static final String CUT = "more-than-a-day";
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_MATTER = 200;

    static NewProposal of(
            Finding.Found found, MessageId message, int place, @Nullable Integer millis, boolean unwanted) {
        var mention = found.mention();
        var clientMatter = mention.clientMatter();
        var opinion = found.consultation().opinion();
        var type = typeOf(mention.type());
        var named = type == WorkType.OTHER && opinion != null && opinion.worked() ? opinion.kind() : type;
        var reasons = named == type ? reasonsOf(mention) : with(KIND_NAMED, reasonsOf(mention));
        var work = new Proposal.Work(
                mention.date(),
                Math.min(mention.minutes(), MOST_MINUTES),
                named,
                mention.billable(),
                found.matter(),
                clientMatter == null ? null : shortened(clientMatter, LONGEST_MATTER),
                shortened(mention.description(), LONGEST_DESCRIPTION));
        return new NewProposal(
                ProposalId.next(),
                message,
                place,
                work,
                found.excerpt(),
                mention.confidence(),
                found.isTaken() || opinion == null ? reasons : with(FOUND_BY_MODEL, reasons),
                millis,
                found.consultation(),
                unwanted,
                null);
    }

    /** What the model has said; null where there is nothing. */
    @Nullable
    Opinion opinion() {
        return consultation.opinion();
    }

    /** The same out of a message of that trace. */
    NewProposal from(Trace origin) {
        return new NewProposal(
                id, message, place, work, excerpt, confidence, reasons, millis, consultation, unwanted, origin);
    }

    /** The same with the matter that its owner chose before for such mail. */
    NewProposal withLearnt(MatterId matter, String label) {
        return withMatter(matter, label, LEARNT);
    }

    /** The same with the matter that the language model chose, where the message names none for the engine. */
    NewProposal withNamed(MatterId matter, String label) {
        return withMatter(matter, label, MATTER_NAMED);
    }

    private NewProposal withMatter(MatterId matter, String label, String reason) {
        var learnt = new Proposal.Work(
                work.day(),
                work.minutes(),
                work.type(),
                work.billable(),
                matter,
                ProposalEdit.shortened(label),
                work.description());
        return new NewProposal(
                id,
                message,
                place,
                learnt,
                excerpt,
                confidence,
                with(reason, reasons),
                millis,
                consultation,
                unwanted,
                trace);
    }

    private static List<String> reasonsOf(TimeMention mention) {
        return mention.minutes() <= MOST_MINUTES ? mention.reasons() : with(CUT, mention.reasons());
    }

    private static List<String> with(String reason, List<String> others) {
        return Stream.concat(Stream.of(reason), others.stream()).toList();
    }

    static WorkType typeOf(ActivityType type) {
        return switch (type) {
            case CALL -> WorkType.CALL;
            case MEETING -> WorkType.MEETING;
            case RESEARCH -> WorkType.RESEARCH;
            case DRAFTING -> WorkType.DRAFTING;
            case REVIEW -> WorkType.REVIEW;
            case TRAVEL -> WorkType.TRAVEL;
            case OTHER -> WorkType.OTHER;
        };
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
