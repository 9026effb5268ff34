package io.tenth.capture;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.Span;
import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import io.tenth.mail.Mailboxes;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.ScanId;
import io.tenth.store.Database;
import io.tenth.store.TestDatabase;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/**
 * Proposals in the store without the engine: one in a message of its own each, stored as a scan stores what it found. No job
 * belongs to that scan, so nothing else moves it.
 */
public final class StoredProposals {

    /** The day of the work in every one of them. */
    public static final LocalDate DAY = LocalDate.parse("2026-03-10");

    public static final String SUBJECT = "Halloran: the settlement papers";
    public static final String RECIPIENTS = "Imogen Achterberg <imogen@achterberg.example>";
    public static final String QUOTE = "I spent 1.5 hours drafting the Halloran settlement.";
    public static final String CLIENT_MATTER = "Halloran";
    public static final String DESCRIPTION = "Drafting the settlement for Halloran";
    public static final int MINUTES = 90;

    private static final String BODY = "Dear Imogen,\n\n" + QUOTE + "\n\nKind regards";

    private final ScanProgress progress;
    private final Proposals proposals;
    private final Mailboxes mailboxes;
    private final AnalysisCache cache;
    private final Database database;

    public StoredProposals(ApplicationContext server, Database database) {
        this.progress = server.getBean(ScanProgress.class);
        this.proposals = server.getBean(Proposals.class);
        this.mailboxes = server.getBean(Mailboxes.class);
        this.cache = server.getBean(AnalysisCache.class);
        this.database = database;
    }

    /** Stores one. */
    public ProposalId one(Actor.Person person) {
        return some(1, person).getFirst();
    }

    /** Stores as many and returns those that await a decision, at most a hundred. */
    public List<ProposalId> some(int count, Actor.Person person) {
        var claim = progress.claim(scan(person), person).orElseThrow();
        var findings = IntStream.range(0, count)
                .<Finding>mapToObj(number -> finding(MINUTES))
                .toList();
        if (!progress.store(claim, findings, new ScanProgress.Reached(count, count), person)) {
            throw new IllegalStateException("the scan was taken by another");
        }
        progress.complete(claim, Optional.empty(), person);
        cache.keep(Map.of("digest", ((Finding.Analysed) finding(MINUTES)).found()), "settings", person);
        return proposals.page(ProposalQuery.first(Proposal.State.PROPOSED), person).items().stream()
                .map(Proposal::id)
                .toList();
    }

    /** A scan that nobody carries out. */
    public ScanId scan(Actor.Person person) {
        var mailbox = mailboxes.named(Mailboxes.UPLOADS, person);
        var scan = ScanId.next();
        insert(scan, mailbox, person);
        return scan;
    }

    private void insert(ScanId scan, MailboxId mailbox, Actor.Person person) {
        TestDatabase.asSuperuser(
                database,
                jdbc -> jdbc.update("""
                        INSERT INTO scans (user_id, scan_id, mailbox_id, upload_id, state, bytes_total, created_at)
                        VALUES (?, ?, ?, ?, 'queued', 1, now())
                        """, person.user().value(), scan.value(), mailbox.value(), UUID.randomUUID()));
    }

    static Finding finding(int minutes) {
        return finding(minutes, DAY);
    }

    static Finding finding(int minutes, LocalDate day) {
        var id = UUID.randomUUID().toString();
        var message = new MailMessage(
                "<" + id + "@firm.example>",
                "Person <person@firm.example>",
                RECIPIENTS,
                SUBJECT,
                OffsetDateTime.parse("2026-03-10T17:45:00-04:00"),
                false,
                BODY,
                "0".repeat(64));
        var start = BODY.indexOf(QUOTE);
        var span = new Span(start, start + QUOTE.length());
        var mention = new TimeMention(
                span,
                QUOTE,
                minutes,
                ActivityType.DRAFTING,
                day,
                CLIENT_MATTER,
                true,
                0.93,
                DESCRIPTION,
                List.of("past-tense-work"));
        return new Finding.Analysed(
                Optional.of(id), message, List.of(new Finding.Found(mention, Excerpt.of(message, span))));
    }
}
