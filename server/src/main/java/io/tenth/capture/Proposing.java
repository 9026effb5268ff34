package io.tenth.capture;

import io.tenth.client.Clients;
import io.tenth.client.Matter;
import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.MatterId;
import io.tenth.shared.MessageId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes proposals of what was found in a person's messages, with what the person has set and taught: the one place between the
 * scans and the review. Works within the transaction of a batch.
 */
@Component
class Proposing {

    /** From the choices for so many correspondents of a message is learnt, and no more. */
    private static final int MOST_ASKED = 100;

    private final ReviewRepository review;
    private final MutedRepository muted;
    private final Clients clients;
    private final Vault vault;

    Proposing(ReviewRepository review, MutedRepository muted, Clients clients, Vault vault) {
        this.review = review;
        this.muted = muted;
        this.clients = clients;
        this.vault = vault;
    }

    /** For the messages of a batch. */
    Desk desk(Actor.Person person) {
        return new Desk(muted.keys(person), vault.sealOf(person), person);
    }

    /** Where the messages of one batch become proposals. */
    final class Desk {

        private final Set<MutedRepository.Key> unwanted;
        private final Seal seal;
        private final Actor.Person person;
        private @Nullable Map<MatterId, Matter> matters;

        private Desk(Set<MutedRepository.Key> unwanted, Seal seal, Actor.Person person) {
            this.unwanted = unwanted;
            this.seal = seal;
            this.person = person;
        }

        /** The proposals of messages of which nothing was proposed before, in the order of the messages. */
        List<NewProposal> of(Map<MessageId, Finding.Analysed> messages) {
            var found = new ArrayList<NewProposal>();
            messages.forEach((id, analysed) -> {
                var proposable = analysed.proposable();
                if (!proposable.isEmpty()) {
                    found.addAll(of(proposable, analysed, id));
                }
            });
            return withMatters(found);
        }

        private List<NewProposal> of(
                SortedMap<Integer, Finding.Found> proposable, Finding.Analysed analysed, MessageId message) {
            var trace = Trace.of(analysed.message(), seal);
            var unwanted = isUnwanted(trace);
            return proposable.entrySet().stream()
                    .map(placed -> NewProposal.of(
                                    placed.getValue(), message, placed.getKey(), analysed.millis(), unwanted)
                            .from(trace))
                    .toList();
        }

        private boolean isUnwanted(Trace trace) {
            return trace.sender()
                            .filter(address ->
                                    unwanted.contains(new MutedRepository.Key(MutedCorrespondent.Kind.SENDER, address)))
                            .isPresent()
                    || trace.correspondents().stream()
                            .anyMatch(address -> unwanted.contains(
                                    new MutedRepository.Key(MutedCorrespondent.Kind.RECIPIENT, address)));
        }

        /** What the person has taught comes before what a model says, and that counts only where the engine found no words. */
        private List<NewProposal> withMatters(List<NewProposal> proposals) {
            var learnt = learnt(proposals);
            return proposals.stream()
                    .map(proposal -> proposal.work().matter() != null
                            ? proposal
                            : learnt(proposal, learnt)
                                    .map(matter -> proposal.withLearnt(matter.id(), matter.label()))
                                    .orElseGet(() -> withNamed(proposal)))
                    .toList();
        }

        private NewProposal withNamed(NewProposal proposal) {
            var opinion = proposal.opinion();
            if (proposal.work().clientMatter() != null || opinion == null || !opinion.worked()) {
                return proposal;
            }
            return Optional.ofNullable(opinion.matter())
                    .map(matters()::get)
                    .map(matter -> proposal.withNamed(matter.id(), matter.label()))
                    .orElse(proposal);
        }

        /** What was learnt of the correspondents of those that name no matter, in one question. */
        private Map<ByteBuffer, MatterId> learnt(List<NewProposal> proposals) {
            var asked = proposals.stream()
                    .filter(proposal -> proposal.work().matter() == null)
                    .flatMap(Desk::asked)
                    .collect(Collectors.toSet());
            return asked.isEmpty() ? Map.of() : review.learnt(asked, person);
        }

        private Optional<Matter> learnt(NewProposal proposal, Map<ByteBuffer, MatterId> learnt) {
            return asked(proposal)
                    .flatMap(address -> Stream.ofNullable(learnt.get(address)))
                    .findFirst()
                    .flatMap(id -> Optional.ofNullable(matters().get(id)));
        }

        private static Stream<ByteBuffer> asked(NewProposal proposal) {
            var trace = proposal.trace();
            return trace == null
                    ? Stream.empty()
                    : trace.correspondents().stream().limit(MOST_ASKED);
        }

        private Map<MatterId, Matter> matters() {
            var known = matters;
            if (known == null) {
                known = clients.matters(person).stream().collect(Collectors.toMap(Matter::id, matter -> matter));
                matters = known;
            }
            return known;
        }
    }
}
