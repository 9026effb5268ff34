package io.tenth.capture;

import io.tenth.client.Clients;
import io.tenth.mail.MailLimits;
import io.tenth.mail.MailParser;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Uploads;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out a scan: reads its source in batches, analyses each message, and stores a batch with the place that was reached
 * in one transaction. While a batch is stored the next one is analysed and the one after it read. Killed at any point, a scan
 * goes on from the last stored batch; overtaken by another worker, it stops.
 */
@Component
class ScanJob {

    private static final Logger LOG = LoggerFactory.getLogger(ScanJob.class);
    private static final Duration BUDGET_OF_A_MESSAGE = Duration.ofSeconds(2);
    private static final String TOO_SLOW = "The mailbox gave nothing new for too long.";

    private final ScanProgress progress;
    private final Storing storing;
    private final ScanSources sources;
    private final Uploads uploads;
    private final Clients clients;
    private final PersonalSettings settings;
    private final SureApproval sure;
    private final ScanMetrics metrics;
    private final Room room;
    private final SecondOpinions opinions;
    private final ScanAnalysis.Tools tools;

    ScanJob(
            ScanProgress progress,
            Storing storing,
            ScanSources sources,
            Uploads uploads,
            Clients clients,
            PersonalSettings settings,
            SureApproval sure,
            AnalysisCache cache,
            ScanMetrics metrics,
            Room room,
            SecondOpinions opinions) {
        this.progress = progress;
        this.storing = storing;
        this.sources = sources;
        this.uploads = uploads;
        this.clients = clients;
        this.settings = settings;
        this.sure = sure;
        this.metrics = metrics;
        this.room = room;
        this.opinions = opinions;
        var workbench = new Workbench(BUDGET_OF_A_MESSAGE);
        metrics.watch(workbench);
        this.tools = new ScanAnalysis.Tools(
                new MessageAnalysis(), new MailParser(MailLimits.DEFAULT), workbench, cache, metrics);
    }

    /** How a turn of a scan ended. */
    enum Outcome {
        /** There is nothing left to do for this worker. */
        OVER,
        /** It goes on when those have had their turn who wait. */
        YIELDED
    }

    /** Carries it out to its end, whoever waits. */
    Outcome run(ScanTask task, BooleanSupplier stopping) {
        return run(task, new Turn(stopping, () -> false));
    }

    /**
     * Carries it out until it is over or has to yield.
     *
     * @throws ScanFailure when the source or the database fails; the scheduler tries again
     */
    Outcome run(ScanTask task, Turn turn) {
        Correlation.begin(task.scan().value().toString());
        try {
            return carryOut(task, turn);
        } finally {
            Correlation.end();
        }
    }

    /** Whom the scan will ask; empty where it reads a file. */
    Optional<String> host(ScanTask task) {
        return sources.host(task);
    }

    /** Ends a scan that failed again and again, at last for this cause. */
    void giveUp(ScanTask task, Optional<Throwable> cause) {
        Correlation.begin(JobFailure.correlationOf(cause)
                .orElseGet(() -> task.scan().value().toString()));
        try {
            progress.giveUp(task.scan(), ScanFailure.claimOf(cause), ScanFailure.sentenceOf(cause), task.person());
            forgetFile(task);
        } finally {
            Correlation.end();
        }
    }

    private Outcome carryOut(ScanTask task, Turn turn) {
        var outcome = progress.claim(task.scan(), task.person())
                .map(claim -> new Work(claim, task.person(), turn).carryOut())
                .orElse(Outcome.OVER);
        if (outcome == Outcome.OVER) {
            forgetFile(task);
        }
        return outcome;
    }

    /** The file goes with the end of its scan, however that came; a worker that was overtaken leaves it to the next one. */
    private void forgetFile(ScanTask task) {
        progress.fileToForget(task.scan(), task.person()).ifPresent(file -> uploads.remove(file, task.person()));
    }

    /** One turn of a scan. */
    private final class Work {

        private final ScanRepository.Claim claim;
        private final Actor.Person person;
        private final Turn turn;
        private boolean gained;

        Work(ScanRepository.Claim claim, Actor.Person person, Turn turn) {
            this.claim = claim;
            this.person = person;
            this.turn = turn;
        }

        Outcome carryOut() {
            Correlation.begin(claim.correlation());
            try {
                return read();
            } catch (MailServiceException.Reconnect refused) {
                progress.fail(claim, MailboxState.RECONNECT, refused.sentence(), person);
                return Outcome.OVER;
            } catch (MailServiceException.Impossible refused) {
                progress.fail(claim, MailboxState.FAILING, refused.sentence(), person);
                return Outcome.OVER;
            } catch (IOException | MailServiceException | RuntimeException e) {
                throw new ScanFailure(claim, gained, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ScanFailure(claim, gained, e);
            }
        }

        private Outcome read() throws IOException, MailServiceException, InterruptedException {
            var own = settings.of(person);
            var directory = new Directory(clients.all(person), own);
            var words = progress.words(claim.scan().id(), person);
            var sitting = opinions.sitting(directory, person);
            var analysis = new ScanAnalysis(
                    tools, directory, words, own.keeping().performanceMonitoring(), sitting.asks(), person);
            UnaryOperator<List<Finding>> asked =
                    found -> sitting.of(found, some -> progress.proposable(some, claim.scan(), person));
            var source = sources.open(claim.scan(), person);
            try (var share = room.share(
                            person.user(),
                            sources.host(new ScanTask(claim.scan().id(), person)));
                    var read = new Ahead<>(() -> taken(source, share), source::close);
                    var analysed = new Ahead<>(() -> analysed(source, read, analysis, asked), () -> {})) {
                Ahead.Watch watch = () -> !turn.isStopping() && !turn.isSpent() && progress.holds(claim, person);
                for (var batch = analysed.next(watch); batch.isPresent(); batch = analysed.next(watch)) {
                    if (!storing.store(claim, batch.get(), person)) {
                        return overtaken();
                    }
                    gained |= batch.get().reached().position() > claim.scan().position();
                    sure.approve(claim.scan().createdAt(), person);
                    metrics.passed(batch.get().reached().passed());
                    share.giveBack();
                    if (turn.endsAfter(gained)) {
                        return interrupted();
                    }
                }
                return analysed.hasEnded() ? complete(source.cursor()) : interrupted();
            }
        }

        private Outcome complete(Optional<String> cursor) {
            sure.approve(claim.scan().createdAt(), person);
            progress.complete(claim, cursor, person);
            return Outcome.OVER;
        }

        /** A turn that came to nothing in all its time is a failure: else a mailbox that is endless would be read for ever. */
        private Outcome interrupted() throws MailServiceException.Unavailable {
            if (!progress.holds(claim, person)) {
                return overtaken();
            }
            if (turn.isSpent() && !turn.isStopping() && !gained) {
                throw new MailServiceException.Unavailable(TOO_SLOW);
            }
            return Outcome.YIELDED;
        }

        private Outcome overtaken() {
            LOG.info(
                    "scan {} was cancelled or taken over by another worker",
                    claim.scan().id().value());
            return Outcome.OVER;
        }
    }

    private static Optional<ScanSource.Batch> taken(ScanSource source, Room.Share share)
            throws IOException, MailServiceException, InterruptedException {
        if (!share.take(source.weight())) {
            return Optional.empty();
        }
        var batch = source.next();
        share.settle(batch.map(ScanSource.Batch::bytes).orElse(0L));
        return batch;
    }

    private static Optional<ScanAnalysis.Result> analysed(
            ScanSource source, Ahead<ScanSource.Batch> read, ScanAnalysis analysis, UnaryOperator<List<Finding>> asked)
            throws IOException, MailServiceException, InterruptedException {
        var batch = read.next(() -> true);
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        var result = analysis.of(batch.get());
        source.leaveOut((int) result.findings().stream()
                .filter(Finding.NotSought.class::isInstance)
                .count());
        return Optional.of(new ScanAnalysis.Result(result.items(), asked.apply(result.findings()), result.reached()));
    }
}
