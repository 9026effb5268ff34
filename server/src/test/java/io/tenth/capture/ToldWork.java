package io.tenth.capture;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.Span;
import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import io.tenth.shared.Actor;
import io.tenth.shared.ProposalId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Messages that tell of work, stored as a scan stores what was found in them. */
final class ToldWork {

    static final LocalDate DAY = StoredProposals.DAY;

    private final ScanProgress progress;
    private final Proposals proposals;
    private final StoredProposals scans;
    private final Actor.Person person;

    ToldWork(ApplicationContext server, StoredProposals scans, Actor.Person person) {
        this.progress = server.getBean(ScanProgress.class);
        this.proposals = server.getBean(Proposals.class);
        this.scans = scans;
        this.person = person;
    }

    /** One message with one sentence about some work. */
    record Mail(String to, String subject, String sentence, int minutes, LocalDate day, double confidence) {

        static Mail of(String sentence, int minutes) {
            return new Mail("Imogen <imogen@achterberg.example>", "Lease", sentence, minutes, DAY, 0.9);
        }

        Mail to(String other) {
            return new Mail(other, subject, sentence, minutes, day, confidence);
        }

        Mail about(String other) {
            return new Mail(to, other, sentence, minutes, day, confidence);
        }

        Mail on(LocalDate other) {
            return new Mail(to, subject, sentence, minutes, other, confidence);
        }

        Mail sure(double other) {
            return new Mail(to, subject, sentence, minutes, day, other);
        }

        private Finding finding() {
            var id = UUID.randomUUID().toString();
            var message = new MailMessage(
                    "<" + id + "@firm.example>",
                    "Person <person@firm.example>",
                    to,
                    subject,
                    day.atTime(17, 45).atOffset(ZoneOffset.UTC),
                    false,
                    sentence,
                    "0".repeat(64));
            var span = new Span(0, sentence.length());
            var mention = new TimeMention(
                    span,
                    sentence,
                    minutes,
                    ActivityType.DRAFTING,
                    day,
                    null,
                    true,
                    confidence,
                    sentence,
                    List.of("past-tense-work"));
            return new Finding.Analysed(
                    Optional.of(id), message, List.of(new Finding.Found(mention, Excerpt.of(message, span))));
        }
    }

    /** Stores them one after the other, and returns what was proposed of them in this order. */
    List<ProposalId> store(Mail... mails) {
        return Arrays.stream(mails)
                .flatMap(mail -> storeTogether(mail).stream())
                .toList();
    }

    /** Stores them in one batch, and returns what was proposed of them, the latest day first. */
    List<ProposalId> storeTogether(Mail... mails) {
        var before = open();
        var claim = progress.claim(scans.scan(person), person).orElseThrow();
        var batch = Arrays.stream(mails).map(Mail::finding).toList();
        progress.store(claim, batch, new ScanProgress.Reached(batch.size(), 1), person);
        progress.complete(claim, Optional.empty(), person);
        return open().stream().filter(id -> !before.contains(id)).toList();
    }

    private List<ProposalId> open() {
        return proposals.page(ProposalQuery.first(Proposal.State.PROPOSED), person).items().stream()
                .map(Proposal::id)
                .toList();
    }
}
