package io.tenth.capture;

import io.tenth.mail.MailMessage;
import io.tenth.mail.MailParser;
import io.tenth.mail.MailReading;
import io.tenth.mail.RawMail;
import io.tenth.shared.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the messages of one scan apart and analyses them with what is known of its owner. */
final class ScanAnalysis {

    private static final Logger LOG = LoggerFactory.getLogger(ScanAnalysis.class);

    private final Tools tools;
    private final Directory directory;
    private final SoughtWords words;
    private final boolean measured;
    private final Actor.Person person;

    /** With or without keeping how long each message takes; of those messages alone that have the words. */
    ScanAnalysis(Tools tools, Directory directory, SoughtWords words, boolean measured, Actor.Person person) {
        this.tools = tools;
        this.directory = directory;
        this.words = words;
        this.measured = measured;
        this.person = person;
    }

    /** What every scan of a node analyses with. */
    record Tools(
            MessageAnalysis engine, MailParser parser, Workbench workbench, AnalysisCache cache, ScanMetrics metrics) {}

    /**
     * What became of a batch, ready to be stored.
     *
     * @param findings one for each of the items, in their order
     */
    record Result(List<ScanSource.Item> items, List<Finding> findings, ScanProgress.Reached reached) {

        /** The same, with a report in place of each finding that is not to be kept. */
        Result keeping(Predicate<Finding> kept) {
            var others = IntStream.range(0, items.size())
                    .mapToObj(number -> kept.test(findings.get(number))
                            ? findings.get(number)
                            : failed(items.get(number), Trouble.ENGINE_FAULT))
                    .toList();
            return new Result(items, others, reached);
        }
    }

    Result of(ScanSource.Batch batch) throws InterruptedException {
        var known = known(batch.items());
        var findings = tools.workbench().all(batch.items(), item -> timed(item, known), this::tooLong);
        keep(findings, known);
        return new Result(batch.items(), findings, batch.reached());
    }

    private Map<String, List<Finding.Found>> known(List<ScanSource.Item> items) {
        var digests = items.stream()
                .map(ScanSource.Item::mail)
                .filter(RawMail.Whole.class::isInstance)
                .map(mail -> ((RawMail.Whole) mail).digest())
                .toList();
        return digests.isEmpty() ? Map.of() : tools.cache().of(digests, directory.digest(), person);
    }

    private void keep(List<Finding> findings, Map<String, List<Finding.Found>> known) {
        var fresh = new HashMap<String, List<Finding.Found>>();
        for (var finding : findings) {
            if (finding instanceof Finding.Analysed analysed
                    && !analysed.found().isEmpty()
                    && !known.containsKey(analysed.message().contentDigest())) {
                fresh.put(analysed.message().contentDigest(), analysed.found());
            }
        }
        if (!fresh.isEmpty()) {
            tools.cache().keep(fresh, directory.digest(), person);
        }
    }

    private Finding timed(ScanSource.Item item, Map<String, List<Finding.Found>> known) {
        var begun = System.nanoTime();
        var finding = of(item, known);
        var nanos = System.nanoTime() - begun;
        tools.metrics().processed(finding, nanos, measured);
        return switch (finding) {
            case Finding.Analysed analysed ->
                new Finding.Analysed(
                        analysed.key(),
                        analysed.message(),
                        analysed.found(),
                        measured ? Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(nanos)) : null,
                        analysed.rest());
            case Finding.Failed failed -> failed;
            case Finding.NotSought other -> other;
        };
    }

    /** A fault of the engine is this message's problem and not its neighbours'. The log names the fault, not the text. */
    private Finding of(ScanSource.Item item, Map<String, List<Finding.Found>> known) {
        try {
            return switch (tools.parser().read(item.mail())) {
                case MailReading.Readable readable ->
                    words.areIn(readable.message())
                            ? analysed(item, readable.message(), known)
                            : new Finding.NotSought(item.key());
                case MailReading.Unreadable unreadable -> failed(item, unreadable.location(), unreadable.reason());
            };
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error(
                    "the engine failed on message {}: {}",
                    item.mail().position(),
                    e.getClass().getName());
            return failed(item, Trouble.ENGINE_FAULT);
        }
    }

    private Finding analysed(ScanSource.Item item, MailMessage message, Map<String, List<Finding.Found>> known) {
        var before = known.get(message.contentDigest());
        var found = before != null ? before : found(message);
        return new Finding.Analysed(
                item.key(),
                message,
                found.stream().map(this::withMatter).toList(),
                null,
                found.size() > Finding.Analysed.MOST ? problem(item, Trouble.TOO_MANY) : null);
    }

    private List<Finding.Found> found(MailMessage message) {
        return tools.engine().analyze(message, directory.context()).stream()
                .limit(Finding.Analysed.MOST + 1L)
                .map(mention -> new Finding.Found(mention, Excerpt.of(message, mention.span())))
                .toList();
    }

    private Finding.Found withMatter(Finding.Found found) {
        var matter = Optional.ofNullable(found.mention().clientMatter()).flatMap(directory::matterOf);
        return new Finding.Found(found.mention(), found.excerpt(), matter.orElse(null));
    }

    private Finding tooLong(ScanSource.Item item) {
        tools.metrics().tooLong();
        return failed(item, Trouble.TOO_LONG);
    }

    private static Finding failed(ScanSource.Item item, Trouble trouble) {
        return new Finding.Failed(item.key(), problem(item, trouble));
    }

    private static Scan.Problem problem(ScanSource.Item item, Trouble trouble) {
        return new Scan.Problem(item.mail().position(), item.mail().location(), trouble.sentence());
    }

    private static Finding failed(ScanSource.Item item, String location, String reason) {
        return new Finding.Failed(item.key(), new Scan.Problem(item.mail().position(), location, reason));
    }
}
