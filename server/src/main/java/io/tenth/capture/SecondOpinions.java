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
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Asks the language model about the mentions of which the engine is unsure, for those who have switched that on. It is shown the
 * sentence alone. What it says stands beside the engine's answer; what it does not say leaves the engine's answer as it is.
 */
@Component
class SecondOpinions {

    /** The engine takes nothing below one half; from here on it is right so often that nobody is asked. */
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
        var agreed = model.offer().filter(settings.of(person).model()::covers);
        return new Sitting(agreed, directory, person);
    }

    /** What of a sentence is sent: without addresses. Empty where it is too long to be one, or nothing is left. */
    static Optional<String> shown(String sentence) {
        var plain = ADDRESS.matcher(sentence).replaceAll("[address]").strip();
        return plain.isEmpty() || plain.length() > Question.LONGEST ? Optional.empty() : Optional.of(plain);
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

        /** The findings, with what became of the asking about each. */
        List<Finding> of(List<Finding> findings) {
            return agreed.map(offer -> consulted(findings, offer)).orElse(findings);
        }

        private List<Finding> consulted(List<Finding> findings, Offer offer) {
            var questions = new LinkedHashMap<Finding.Found, Asked>();
            findings.forEach(finding -> mentions(finding).stream()
                    .filter(found -> found.mention().confidence() < SURE)
                    .forEach(found -> asked(found).ifPresent(asked -> {
                        if (questions.size() < MOST) {
                            questions.put(found, asked);
                        }
                    })));
            if (questions.isEmpty()) {
                return findings;
            }
            var answers = answers(
                    questions.values().stream().map(Asked::question).distinct().toList(), offer);
            return findings.stream()
                    .map(finding -> with(finding, questions, answers, offer))
                    .toList();
        }

        private Optional<Asked> asked(Finding.Found found) {
            return shown(found.excerpt().sentence()).map(sentence -> {
                var matters = directory.named(sentence);
                return new Asked(
                        new Question(
                                sentence,
                                found.mention().minutes(),
                                NewProposal.typeOf(found.mention().type()),
                                List.copyOf(matters.keySet())),
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

        Consultation consultation(Answer answer, Offer offer) {
            return switch (answer) {
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

    private static List<Finding.Found> mentions(Finding finding) {
        return switch (finding) {
            case Finding.Analysed analysed -> analysed.found();
            case Finding.Failed failed -> List.of();
            case Finding.NotSought other -> List.of();
        };
    }

    private static Finding with(
            Finding finding, Map<Finding.Found, Asked> questions, Map<Question, Answer> answers, Offer offer) {
        return switch (finding) {
            case Finding.Failed failed -> failed;
            case Finding.NotSought other -> other;
            case Finding.Analysed analysed ->
                analysed.withFound(analysed.found().stream()
                        .map(found -> Optional.ofNullable(questions.get(found))
                                .map(asked -> found.with(asked.consultation(
                                        Objects.requireNonNull(answers.get(asked.question())), offer)))
                                .orElse(found))
                        .toList());
        };
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
