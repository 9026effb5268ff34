package io.tenth.capture.web;

import io.tenth.capture.Scan;
import io.tenth.capture.ScanQuery;
import io.tenth.capture.Scans;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.Page;
import io.tenth.shared.ScanId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scans, how far each has come, and its end before it is done. */
@RestController
@RequestMapping("/api/time-tracking/scans")
class ScanApi {

    private final Scans scans;

    ScanApi(Scans scans) {
        this.scans = scans;
    }

    /**
     * The scans, newest first. Those by the clock in which nothing was make way for the next one.
     *
     * @param mailboxId those of one mailbox; all where it is not given
     */
    @GetMapping
    Page<Item> list(
            @RequestParam(name = "mailbox_id", required = false) @Nullable UUID mailboxId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        var query = new ScanQuery(mailboxId == null ? null : new MailboxId(mailboxId), cursor, limit);
        return scans.page(query, person).map(Item::of);
    }

    @GetMapping("/{id}")
    Answer one(@PathVariable UUID id, Actor.Person person) {
        var scan = scans.one(new ScanId(id), person);
        return Answer.of(scan, scans.problems(scan.id(), person));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, Actor.Person person) {
        scans.cancel(new ScanId(id), person);
    }

    /**
     * A scan.
     *
     * @param state queued, running, done, failed or cancelled
     * @param automatic started by the clock, and not by you
     * @param progressPercent 0 to 100; of a mailbox, of what is listed so far
     * @param messagesKnown read by an earlier scan, and passed over
     * @param serviceCalls of the mail service; 0 for a file
     * @param modelNotice how it fared with the language model, a sentence; null where none was asked
     * @param failure a sentence; null unless the scan has failed
     * @param errors the first messages that could not be read
     */
    record Answer(
            UUID id,
            UUID mailboxId,
            String state,
            boolean automatic,
            int progressPercent,
            int messagesNew,
            int messagesKnown,
            int messagesUnreadable,
            int proposalsFound,
            int serviceCalls,
            @Nullable String modelNotice,
            @Nullable String failure,
            List<Problem> errors,
            Instant createdAt,
            @Nullable Instant finishedAt) {

        static Answer of(Scan scan, List<Scan.Problem> problems) {
            return new Answer(
                    scan.id().value(),
                    scan.mailbox().value(),
                    scan.state().name().toLowerCase(Locale.ROOT),
                    scan.isAutomatic(),
                    scan.percent(),
                    scan.counts().fresh(),
                    scan.counts().known(),
                    scan.counts().unreadable(),
                    scan.counts().proposals(),
                    scan.calls(),
                    scan.judging().sentence().orElse(null),
                    scan.failure(),
                    problems.stream().map(Problem::of).toList(),
                    scan.createdAt(),
                    scan.finishedAt());
        }
    }

    /**
     * A scan in a list, without what it could not read.
     *
     * @param state queued, running, done, failed or cancelled
     * @param automatic started by the clock, and not by you
     * @param progressPercent 0 to 100; of a mailbox, of what is listed so far
     * @param messagesKnown read by an earlier scan, and passed over
     * @param failure a sentence; null unless the scan has failed
     */
    record Item(
            UUID id,
            UUID mailboxId,
            String state,
            boolean automatic,
            int progressPercent,
            int messagesNew,
            int messagesKnown,
            int messagesUnreadable,
            int proposalsFound,
            @Nullable String failure,
            Instant createdAt,
            @Nullable Instant finishedAt) {

        static Item of(Scan scan) {
            return new Item(
                    scan.id().value(),
                    scan.mailbox().value(),
                    scan.state().name().toLowerCase(Locale.ROOT),
                    scan.isAutomatic(),
                    scan.percent(),
                    scan.counts().fresh(),
                    scan.counts().known(),
                    scan.counts().unreadable(),
                    scan.counts().proposals(),
                    scan.failure(),
                    scan.createdAt(),
                    scan.finishedAt());
        }
    }

    record Problem(int position, String location, String error) {

        static Problem of(Scan.Problem problem) {
            return new Problem(problem.position(), problem.location(), problem.reason());
        }
    }
}
