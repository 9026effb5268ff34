package io.tenth.capture;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.TimeMention;
import io.tenth.shared.MatterId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.WorkType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mention on its way into the store. A proposal is for one day: of a mention that says more, it holds 24 hours and names that
 * as a reason, so that its owner looks.
 *
 * @param place its ordinal in the message
 */
record NewProposal(
        ProposalId id,
        MessageId message,
        int place,
        Proposal.Work work,
        Excerpt excerpt,
        double confidence,
        List<String> reasons) {

    private static final int MOST_MINUTES = 1440;
    private static final String CUT = "more-than-a-day";
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_MATTER = 200;

    static NewProposal of(Finding.Found found, MessageId message, int place, Optional<MatterId> matter) {
        var mention = found.mention();
        var clientMatter = mention.clientMatter();
        var work = new Proposal.Work(
                mention.date(),
                Math.min(mention.minutes(), MOST_MINUTES),
                typeOf(mention.type()),
                mention.billable(),
                matter.orElse(null),
                clientMatter == null ? null : shortened(clientMatter, LONGEST_MATTER),
                shortened(mention.description(), LONGEST_DESCRIPTION));
        return new NewProposal(
                ProposalId.next(), message, place, work, found.excerpt(), mention.confidence(), reasonsOf(mention));
    }

    private static List<String> reasonsOf(TimeMention mention) {
        return mention.minutes() <= MOST_MINUTES
                ? mention.reasons()
                : Stream.concat(Stream.of(CUT), mention.reasons().stream()).toList();
    }

    private static WorkType typeOf(ActivityType type) {
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
