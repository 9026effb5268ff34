package io.tenth.capture;

import io.tenth.settings.Charge;
import io.tenth.shared.Actor;
import io.tenth.shared.MessageId;
import io.tenth.shared.Version;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes proposals of what was found as a scan would, and stores none of them. */
@Component
class Rehearsal {

    private final Proposing proposing;
    private final Proposals proposals;
    private final Clock clock;

    Rehearsal(Proposing proposing, Proposals proposals, Clock clock) {
        this.proposing = proposing;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** With what is billed of each by the rules of today, and what may be counted already. */
    @Transactional(readOnly = true)
    public List<Proposal> proposals(Finding.Analysed analysed, Actor.Person person) {
        return proposals.whole(
                proposing.desk(person).of(Map.of(MessageId.next(), analysed)).stream()
                        .filter(found -> !found.unwanted())
                        .map(found -> proposal(found, analysed))
                        .toList(),
                person);
    }

    private Proposal proposal(NewProposal found, Finding.Analysed analysed) {
        var message = analysed.message();
        var quote = found.excerpt().quote();
        return new Proposal(
                found.id(),
                Proposal.State.PROPOSED,
                found.work(),
                new Proposal.Evidence(
                        found.message(),
                        message.subject(),
                        message.to(),
                        message.sentAt().toInstant(),
                        found.excerpt().text(),
                        quote.start(),
                        quote.end(),
                        found.confidence(),
                        found.reasons(),
                        found.opinion()),
                new Proposal.Billed(found.work().minutes(), false, Charge.UNKNOWN),
                new Proposal.Course(false, null, null, null),
                List.of(),
                new Version(1),
                clock.instant());
    }
}
