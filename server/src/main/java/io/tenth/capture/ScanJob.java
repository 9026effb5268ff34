package io.tenth.capture;

import io.tenth.client.Clients;
import io.tenth.mail.MailLimits;
import io.tenth.mail.MailSource;
import io.tenth.mail.UploadReader;
import io.tenth.mail.Uploads;
import io.tenth.mail.file.MailFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out a scan: reads its source in batches, analyses each message, and stores a batch with the place that was reached
 * in one transaction. Killed at any point, it goes on from the last stored batch; overtaken by another worker, it stops.
 */
@Component
class ScanJob {

    private static final Logger LOG = LoggerFactory.getLogger(ScanJob.class);
    private static final int BATCH = 50;

    private final ScanProgress progress;
    private final Uploads uploads;
    private final UploadReader reader;
    private final Clients clients;

    ScanJob(ScanProgress progress, Uploads uploads, UploadReader reader, Clients clients) {
        this.progress = progress;
        this.uploads = uploads;
        this.reader = reader;
        this.clients = clients;
    }

    /** Throws when the source or the database fails, or the server is stopping; the scheduler tries again. */
    void run(ScanTask task, BooleanSupplier stopping) {
        progress.claim(task.scan(), task.person()).ifPresent(claim -> {
            try {
                read(claim, task, stopping);
            } catch (IOException e) {
                throw new IllegalStateException("the source of scan " + task.scan() + " failed", e);
            }
        });
        forgetFile(task);
    }

    /** Ends a scan that failed again and again. */
    void giveUp(ScanTask task) {
        progress.fail(
                task.scan(),
                "The file could not be read to its end. What was found before is kept; scan the file again to go on.",
                task.person());
        forgetFile(task);
    }

    /** The file goes with the end of its scan, however that came; a worker that was overtaken leaves it to the next one. */
    private void forgetFile(ScanTask task) {
        progress.fileToForget(task.scan(), task.person()).ifPresent(file -> uploads.remove(file, task.person()));
    }

    private void read(ScanRepository.Claim claim, ScanTask task, BooleanSupplier stopping) throws IOException {
        var upload = uploads.one(claim.scan().upload(), task.person());
        var analysis = new ScanAnalysis(new Directory(clients.all(task.person())));
        try (var source = new MailFiles(MailLimits.DEFAULT).open(reader.open(upload, task.person()), upload.name())) {
            source.skip(claim.scan().position());
            var position = claim.scan().position();
            for (var batch = next(source, analysis); !batch.isEmpty(); batch = next(source, analysis)) {
                if (stopping.getAsBoolean()) {
                    throw new IllegalStateException(
                            "the server stops; scan " + task.scan() + " goes on at its next start");
                }
                position += batch.size();
                if (!progress.store(
                        claim, batch, new ScanProgress.Reached(position, source.bytesRead()), task.person())) {
                    LOG.info(
                            "scan {} was cancelled or taken over by another worker",
                            task.scan().value());
                    return;
                }
            }
        }
        progress.complete(claim, task.person());
    }

    private static List<Finding> next(MailSource source, ScanAnalysis analysis) throws IOException {
        var batch = new ArrayList<Finding>(BATCH);
        var reading = source.next();
        while (reading.isPresent()) {
            batch.add(analysis.of(reading.get()));
            reading = batch.size() < BATCH ? source.next() : Optional.empty();
        }
        return batch;
    }
}
