package io.tenth.capture;

import io.tenth.extraction.TimeExtractor;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the messages of one scan apart and analyses them with what is known of its owner. */
final class ScanAnalysis {

    private static final Logger LOG = LoggerFactory.getLogger(ScanAnalysis.class);

    /** What the engine leaves out below this is hardly ever work. */
    private static final double UNSURE = 0.25;

    /** So much of one message that the engine has left out is asked about, and no more. */
    private static final int MOST_LEFT_OUT = 20;

    private final Tools tools;
    private final Directory directory;
    private final SoughtWords words;
    private final boolean measured;
    private final boolean asked;
    private final Actor.Person person;

    /**
     * Of those messages alone that have the words.
     *
     * @param measured whether it is kept how long each message takes
     * @param asked whether somebody is asked about what the engine leaves out, so that it is to be found as well
     */
    ScanAnalysis(
            Tools tools, Directory directory, SoughtWords words, boolean measured, boolean asked, Actor.Person person) {
        this.tools = tools;
        this.directory = directory;
        this.words = words;
        this.measured = measured;
        this.asked = asked;
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
        return digests.isEmpty() ? Map.of() : tools.cache().of(digests, told(), person);
    }

    private void keep(List<Finding> findings, Map<String, List<Finding.Found>> known) {
        var fresh = new HashMap<String, List<Finding.Found>>();
        for (var finding : findings) {
            if (finding instanceof Finding.Analysed analysed
                    && !(analysed.found().isEmpty() && analysed.leftOut().isEmpty())
                    && !known.containsKey(analysed.message().contentDigest())) {
                fresh.put(
                        analysed.message().contentDigest(),
                        Stream.concat(analysed.found().stream(), analysed.leftOut().stream())
                                .toList());
            }
        }
        if (!fresh.isEmpty()) {
            tools.cache().keep(fresh, told(), person);
        }
    }

    /** What the engine was told, and whether what it leaves out was wanted. */
    private String told() {
        return asked ? directory.digest() + "|" + UNSURE : directory.digest();
    }

    private Finding timed(ScanSource.Item item, Map<String, List<Finding.Found>> known) {
        var begun = System.nanoTime();
        var finding = of(item, known);
        var nanos = System.nanoTime() - begun;
        tools.metrics().processed(finding, nanos, measured);
        return switch (finding) {
            case Finding.Analysed analysed ->
                analysed.lasting(measured ? Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(nanos)) : null);
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
        var all = (before != null ? before : found(message))
                .stream().map(this::withMatter).toList();
        var found = all.stream().filter(Finding.Found::isTaken).toList();
        return new Finding.Analysed(
                item.key(),
                message,
                found,
                all.stream().filter(one -> !one.isTaken()).toList(),
                null,
                found.size() > Finding.Analysed.MOST ? problem(item, Trouble.TOO_MANY) : null);
    }

    private List<Finding.Found> found(MailMessage message) {
        var mentions = asked
                ? tools.engine().analyze(message, directory.context(), UNSURE)
                : tools.engine().analyze(message, directory.context());
        return Stream.concat(
                        mentions.stream().filter(TimeExtractor::takes).limit(Finding.Analysed.MOST + 1L),
                        mentions.stream()
                                .filter(mention -> !TimeExtractor.takes(mention))
                                .limit(MOST_LEFT_OUT))
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
