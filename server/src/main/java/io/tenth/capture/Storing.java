package io.tenth.capture;

import io.tenth.shared.Actor;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Stores what was found in a batch. A message of which the database refuses what was found is reported, like one that cannot be
 * read, and its neighbours are stored.
 */
@Component
class Storing {

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    private final ScanProgress progress;

    Storing(ScanProgress progress) {
        this.progress = progress;
    }

    /** Returns false, with nothing stored, when the scan was cancelled or another worker has taken it. */
    boolean store(ScanRepository.Claim claim, ScanAnalysis.Result batch, Actor.Person person) {
        try {
            return progress.store(claim, batch.findings(), batch.reached(), person);
        } catch (DataIntegrityViolationException refused) {
            LOG.error(
                    "a batch of scan {} is looked through for what cannot be stored",
                    claim.scan().id().value());
            Predicate<Finding> storable = finding -> isStorable(claim, finding, person);
            return progress.store(claim, batch.keeping(storable).findings(), batch.reached(), person);
        }
    }

    private boolean isStorable(ScanRepository.Claim claim, Finding finding, Actor.Person person) {
        try {
            progress.rehearse(claim.scan(), finding, person);
            return true;
        } catch (DataIntegrityViolationException refused) {
            return false;
        }
    }
}
