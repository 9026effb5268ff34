package io.tenth.capture;

import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ProposalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Approves by itself what is sure enough, where its owner has set from which confidence on. Each proposal is looked at once and
 * decided in a transaction of its own; what may be counted already waits for its owner.
 */
@Component
class SureApproval {

    private static final Logger LOG = LoggerFactory.getLogger(SureApproval.class);

    private final Proposals proposals;
    private final PersonalSettings settings;

    SureApproval(Proposals proposals, PersonalSettings settings) {
        this.proposals = proposals;
        this.settings = settings;
    }

    /** Goes through what was found since some time. */
    void approve(Instant since, Actor.Person person) {
        approve(threshold -> proposals.sure(threshold, since, person), person);
    }

    /** Goes through these: what a language model was to say of each is said, or is not waited for any more. */
    void approve(Collection<ProposalId> among, Actor.Person person) {
        if (!among.isEmpty()) {
            approve(threshold -> proposals.sure(threshold, among, person), person);
        }
    }

    private void approve(Function<BigDecimal, List<Proposals.Sure>> some, Actor.Person person) {
        var threshold = settings.of(person).capture().autoApproveThreshold();
        if (threshold != null) {
            for (var sure = some.apply(threshold); !sure.isEmpty(); sure = some.apply(threshold)) {
                sure.forEach(one -> approve(one, person));
            }
        }
    }

    private void approve(Proposals.Sure sure, Actor.Person person) {
        try {
            if (!sure.doubted()) {
                proposals.acceptAsSure(sure.id(), person);
            }
        } catch (DomainException waits) {
            LOG.info("proposal {} is not approved by itself: {}", sure.id().value(), waits.code());
        }
        proposals.leaveToOwner(sure.id(), person);
    }
}
