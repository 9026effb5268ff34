package io.tenth.capture;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenth.model.Answer;
import io.tenth.model.LanguageModel;
import io.tenth.model.Offer;
import io.tenth.model.Question;
import io.tenth.model.Trouble;
import io.tenth.model.Verdict;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.MatterId;
import io.tenth.shared.WorkType;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks the language model about the mentions of which the engine is unsure, and about those that it has only just left out, for those
 * who have switched that on. It is shown the sentence alone. What it says stands beside the engine's answer; what it does not say
 * leaves the engine's answer as it is.
 */
@Component
class SecondOpinions {

    /** From here on the engine is right so often that nobody is asked. */
    private static final double SURE = 0.8;

    /** The most that a batch of messages asks about; a mail of a thousand lines asks no more. */
    private static final int MOST = 200;

    /** What a turn of a scan may lose on a model that does not answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:[a-z][a-z0-9+.-]{1,20}://|www\\.|mailto:)\\S*[^\\s).,;:!?]|[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;]*[^\\s@<>\"(),;.:!?]");

    private final LanguageModel model;
    private final PersonalSettings settings;
    private final OpinionStore store;
    private final MeterRegistry metrics;

    SecondOpinions(LanguageModel model, PersonalSettings settings, OpinionStore store, MeterRegistry metrics) {
        this.model = model;
        this.settings = settings;
        this.store = store;
        this.metrics = metrics;
    }

    /** For one turn of a scan, with what its owner has set at its beginning. */
    Sitting sitting(Directory directory, Actor.Person person) {
        return new Sitting(agreed(person), directory, person);
    }

    /** Whether there is a model, and the person lets it be asked. */
    boolean mayAsk(Actor.Person person) {
        return agreed(person).isPresent();
    }

    private Optional<Offer> agreed(Actor.Person person) {
        return model.offer().filter(settings.of(person).model()::covers);
    }

    /** What of a sentence is sent: without addresses. Empty where it is too long to be one, or nothing is left. */
    static Optional<String> shown(String sentence) {
        var plain = ADDRESS.matcher(sentence).replaceAll("[address]").strip();
        return plain.isEmpty() || plain.length() > Question.LONGEST ? Optional.empty() : Optional.of(plain);
    }

    /**
     * What is asked about.
     *
     * @param sentence as it stands in the mail
     * @param kind of work, as the engine has it
     */
    record Passage(String sentence, int minutes, WorkType kind) {

        private static Passage of(Finding.Found found) {
            var mention = found.mention();
            return new Passage(found.excerpt().sentence(), mention.minutes(), NewProposal.typeOf(mention.type()));
        }

        /** That of a proposal which nobody has changed. */
        static Passage of(Proposal proposal) {
            var evidence = proposal.evidence();
            return new Passage(
                    evidence.excerpt().substring(evidence.quoteStart(), evidence.quoteEnd()),
                    proposal.work().minutes(),
                    proposal.work().type());
        }
    }

    /** The asking of one turn. Used by one thread. */
    final class Sitting {

        private final Optional<Offer> agreed;
        private final Directory directory;
        private final Actor.Person person;
        private long patience = PATIENCE.toNanos();

        private Sitting(Optional<Offer> agreed, Directory directory, Actor.Person person) {
            this.agreed = agreed;
            this.directory = directory;
            this.person = person;
        }

        /** Whether there is a model, and its owner lets it be asked. */
        boolean asks() {
            return agreed.isPresent();
        }

        /**
         * The findings, with what became of the asking about each mention.
         *
         * @param proposable those of which something may be proposed: of no other is anything sent
         */
        List<Finding> of(List<Finding> findings, UnaryOperator<List<Finding.Analysed>> proposable) {
            return agreed.map(offer -> consulted(findings, proposable, offer)).orElse(findings);
        }

        /** What became of the asking about each passage; those that cannot be shown are not asked about. */
        List<Consultation> about(List<Passage> passages) {
            return agreed.map(offer -> about(passages, offer))
                    .orElseGet(() -> Collections.nCopies(passages.size(), new Consultation.Unasked()));
        }

        /** What the engine has left out comes first, where a batch has more than is asked about: on the rest it is asked later. */
        private List<Finding> consulted(
                List<Finding> findings, UnaryOperator<List<Finding.Analysed>> proposable, Offer offer) {
            var unsure = unsure(proposable.apply(findings.stream()
                    .filter(Finding.Analysed.class::isInstance)
                    .map(Finding.Analysed.class::cast)
                    .filter(analysed -> !unsure(List.of(analysed)).isEmpty())
                    .toList()));
            var became = about(unsure.stream().map(Passage::of).toList(), offer);
            var consulted = new HashMap<Finding.Found, Finding.Found>();
            for (var number = 0; number < unsure.size(); number++) {
                consulted.put(unsure.get(number), unsure.get(number).with(became.get(number)));
            }
            return findings.stream().map(finding -> with(finding, consulted)).toList();
        }

        private List<Consultation> about(List<Passage> passages, Offer offer) {
            var asked = passages.stream().map(this::asked).toList();
            var questions = asked.stream()
                    .flatMap(Optional::stream)
                    .map(Asked::question)
                    .distinct()
                    .limit(MOST)
                    .toList();
            var answers = questions.isEmpty() ? Map.<Question, Answer>of() : answers(questions, offer);
            return asked.stream()
                    .map(one -> one.map(question -> question.consultation(answers, offer))
                            .orElseGet(Consultation.Unasked::new))
                    .toList();
        }

        private Optional<Asked> asked(Passage passage) {
            return shown(passage.sentence()).map(sentence -> {
                var matters = directory.named(sentence);
                return new Asked(
                        new Question(sentence, passage.minutes(), passage.kind(), List.copyOf(matters.keySet())),
                        matters);
            });
        }

        private Map<Question, Answer> answers(Collection<Question> questions, Offer offer) {
            var answers = new HashMap<Question, Answer>();
            store.of(questions, model.version(), person)
                    .forEach((question, verdict) -> answers.put(question, new Answer.Given(verdict)));
            count("remembered", answers.size());
            var fresh = questions.stream()
                    .filter(question -> !answers.containsKey(question))
                    .toList();
            if (!fresh.isEmpty()) {
                answers.putAll(asked(fresh, offer));
            }
            return answers;
        }

        private Map<Question, Answer> asked(List<Question> fresh, Offer offer) {
            var answers = new HashMap<Question, Answer>();
            if (patience <= 0 || model.rests()) {
                fresh.forEach(question -> answers.put(question, new Answer.Missing(Trouble.DOWN)));
            } else {
                store.announce(fresh.size(), offer, person);
                var begun = System.nanoTime();
                var said = model.judge(fresh);
                for (var number = 0; number < fresh.size(); number++) {
                    answers.put(fresh.get(number), said.get(number));
                }
                if (said.stream().anyMatch(Answer.Missing.class::isInstance)) {
                    patience -= System.nanoTime() - begun;
                }
                remember(answers);
            }
            answers.values().forEach(answer -> count(word(answer), 1));
            return answers;
        }

        private void remember(Map<Question, Answer> answers) {
            var verdicts = new HashMap<Question, Verdict>();
            answers.forEach((question, answer) -> {
                if (answer instanceof Answer.Given given) {
                    verdicts.put(question, given.verdict());
                }
            });
            if (!verdicts.isEmpty()) {
                store.keep(verdicts, model.version(), person);
            }
        }
    }

    /** A question, and which matters its words stand for. */
    private record Asked(Question question, Map<String, MatterId> matters) {

        /** One beyond those of a batch waits, like one for which the service had no time. */
        Consultation consultation(Map<Question, Answer> answers, Offer offer) {
            return switch (answers.getOrDefault(question, new Answer.Missing(Trouble.BUSY))) {
                case Answer.Missing missing -> new Consultation.Unanswered(missing.trouble());
                case Answer.Given given ->
                    new Consultation.Answered(new Opinion(
                            offer.name(),
                            given.verdict().worked(),
                            given.verdict().kind(),
                            matters.get(given.verdict().matter())));
            };
        }
    }

    private static boolean isUnsure(Finding.Found found) {
        return found.mention().confidence() < SURE;
    }

    private static List<Finding.Found> unsure(List<Finding.Analysed> analysed) {
        return Stream.concat(
                        analysed.stream().flatMap(one -> one.leftOut().stream()),
                        analysed.stream().flatMap(one -> one.found().stream()).filter(SecondOpinions::isUnsure))
                .distinct()
                .toList();
    }

    private static Finding with(Finding finding, Map<Finding.Found, Finding.Found> consulted) {
        return switch (finding) {
            case Finding.Failed failed -> failed;
            case Finding.NotSought other -> other;
            case Finding.Analysed analysed ->
                analysed.with(with(analysed.found(), consulted), with(analysed.leftOut(), consulted));
        };
    }

    private static List<Finding.Found> with(List<Finding.Found> found, Map<Finding.Found, Finding.Found> consulted) {
        return found.stream().map(one -> consulted.getOrDefault(one, one)).toList();
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Missing missing -> missing.trouble().key();
            case Answer.Given given -> given.verdict().worked() ? "agreed" : "doubted";
        };
    }

    private void count(String result, int passages) {
        metrics.counter("tenth.model.passages", "result", result).increment(passages);
    }
}
