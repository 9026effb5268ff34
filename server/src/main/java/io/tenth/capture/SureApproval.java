package io.tenth.capture;

import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.math.BigDecimal;
import java.time.Instant;
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
        var threshold = settings.of(person).capture().autoApproveThreshold();
        if (threshold != null) {
            approve(threshold, since, person);
        }
    }

    private void approve(BigDecimal threshold, Instant since, Actor.Person person) {
        for (var sure = proposals.sure(threshold, since, person);
                !sure.isEmpty();
                sure = proposals.sure(threshold, since, person)) {
            sure.forEach(one -> approve(one, person));
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
