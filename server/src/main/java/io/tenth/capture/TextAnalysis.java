package io.tenth.capture;

import io.tenth.client.Clients;
import io.tenth.extraction.ExaminedAmount;
import io.tenth.mail.MailMessage;
import io.tenth.mail.RawMail;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Analyses a text that somebody hands over as a scan would analyse a sent message, with what is known of the person. Nothing of it
 * is stored.
 */
@Service
public class TextAnalysis {

    private static final Duration BUDGET = Duration.ofSeconds(2);

    private final MessageAnalysis engine = new MessageAnalysis();
    private final Workbench workbench = new Workbench(BUDGET);
    private final Rehearsal rehearsal;
    private final Clients clients;
    private final PersonalSettings settings;
    private final EngineVersion version;
    private final ScanMetrics metrics;

    TextAnalysis(
            Rehearsal rehearsal,
            Clients clients,
            PersonalSettings settings,
            EngineVersion version,
            ScanMetrics metrics) {
        this.rehearsal = rehearsal;
        this.clients = clients;
        this.settings = settings;
        this.version = version;
        this.metrics = metrics;
    }

    /**
     * A text and what is known of it.
     *
     * @param sentAt the day of the work is counted in its offset
     * @param from an address line, possibly empty
     * @param to an address line, possibly empty
     */
    public record Text(String body, String subject, OffsetDateTime sentAt, String from, String to) {

        @Override
        public String toString() {
            return "a text of " + body.length() + " characters";
        }
    }

    /**
     * What was found in a text.
     *
     * @param proposals what a scan would propose; of none of them is anything stored
     * @param passedOver amounts that are no work of the author
     * @param version of the engine
     */
    public record Answer(List<Proposal> proposals, List<PassedOver> passedOver, String version, Duration took) {

        public Answer {
            proposals = List.copyOf(proposals);
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * An amount of time that was not taken for work.
     *
     * @param confidence how likely it is work, 0 to 1: less than one half
     * @param reasons what spoke for and against, the weightiest first
     */
    public record PassedOver(String text, int minutes, double confidence, List<String> reasons) {

        public PassedOver {
            reasons = List.copyOf(reasons);
        }

        private static PassedOver of(ExaminedAmount amount) {
            return new PassedOver(
                    amount.text(),
                    amount.minutes(),
                    amount.confidence(),
                    amount.reasons().stream().map(ExaminedAmount.Reason::name).toList());
        }
    }

    /** Refuses a text on which the engine works for too long. */
    public Answer of(Text text, Actor.Person person) throws InterruptedException {
        var own = settings.of(person);
        var directory = new Directory(clients.all(person), own);
        var message = message(text);
        var begun = System.nanoTime();
        var judged = workbench
                .all(List.of(message), one -> Optional.of(judged(one, directory)), one -> Optional.<Judged>empty())
                .getFirst();
        var nanos = System.nanoTime() - begun;
        if (judged.isEmpty()) {
            metrics.tooLong();
            throw DomainException.invalid("The analysis of this text took too long, and was given up.");
        }
        metrics.processed(judged.get().finding(), nanos, own.keeping().performanceMonitoring());
        return new Answer(
                rehearsal.proposals(judged.get().finding(), person),
                judged.get().passedOver(),
                version.value(),
                Duration.ofNanos(nanos));
    }

    private record Judged(Finding.Analysed finding, List<PassedOver> passedOver) {}

    private Judged judged(MailMessage message, Directory directory) {
        var found = engine.analyze(message, directory.context()).stream()
                .map(mention -> new Finding.Found(
                        mention,
                        Excerpt.of(message, mention.span()),
                        Optional.ofNullable(mention.clientMatter())
                                .flatMap(directory::matterOf)
                                .orElse(null)))
                .toList();
        var passedOver = engine.explain(message, directory.context()).stream()
                .filter(amount -> !amount.entry())
                .map(PassedOver::of)
                .toList();
        return new Judged(new Finding.Analysed(message, found), passedOver);
    }

    private static MailMessage message(Text text) {
        var body = text.body().replace("\r\n", "\n").replace('\0', ' ');
        return new MailMessage(
                null,
                text.from(),
                text.to(),
                text.subject(),
                text.sentAt(),
                false,
                body,
                RawMail.digestOf(body.getBytes(StandardCharsets.UTF_8)));
    }
}
