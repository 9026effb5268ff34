package io.tenth.extraction.internal.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.internal.locale.Language;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.model.LinearModel.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the models to the labelled mail that they were learnt from. When messages, sentences or features have changed, learn
 * them anew: {@code ./mvnw -pl extraction test -Dtest=LearntModelsTest -Dlearn=true}, and commit the files with the change.
 */
class LearntModelsTest {

    private static final Path MODELS = Path.of("src/main/resources/io/tenth/extraction/internal/model");
    private static final Path BELIEF = Path.of("src/test/resources/model/belief.txt");
    private static final List<LabelledAmount> AMOUNTS = new ArrayList<>();

    /** Sentences written for the kind of work alone. */
    private static final List<LabelledAmount> OF_KIND = new ArrayList<>();

    @BeforeAll
    static void readsTheLabelledMail() {
        for (Language language : Languages.all()) {
            AMOUNTS.addAll(LabelledMail.messages(CorpusMessage.tuned(language.code())));
            AMOUNTS.addAll(LabelledMail.sentences(LabelledSentence.in(language.code())));
            OF_KIND.addAll(LabelledMail.sentences(LabelledSentence.in("kinds/" + language.code())));
        }
    }

    @Test
    void theVerdictIsWhatTheLabelledMailTeaches() throws IOException {
        List<Trainer.Example> examples =
                AMOUNTS.stream().map(LabelledAmount::verdict).toList();
        hold(
                "work.model",
                Trainer.fit(examples, 2, belief()).stream()
                        .filter(part -> !part.name().startsWith(LabelledAmount.SENTENCE))
                        .map(LearntModelsTest::odds)
                        .toList());
    }

    @Test
    void theKindOfWorkIsWhatTheLabelledMailTeaches() throws IOException {
        List<Trainer.Example> examples = Stream.concat(AMOUNTS.stream(), OF_KIND.stream())
                .filter(amount -> amount.kind() != null)
                .map(LabelledAmount::kindOfWork)
                .toList();
        hold(
                "kind.model",
                Trainer.fit(examples, ActivityType.values().length, Map.of()).stream()
                        .map(LearntModelsTest::line)
                        .toList());
    }

    private static void hold(String model, List<String> learnt) throws IOException {
        if (Boolean.getBoolean("learn")) {
            Files.write(MODELS.resolve(model), learnt);
        }
        assertThat(Files.readAllLines(MODELS.resolve(model))).isEqualTo(learnt);
    }

    private static Map<String, Double> belief() throws IOException {
        return Files.readAllLines(BELIEF).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Part::parse)
                .collect(Collectors.toMap(Part::name, part -> part.weights().getFirst()));
    }

    /** What speaks for an entry less what speaks against it. */
    private static String odds(Part part) {
        double odds = part.weights().getLast() - part.weights().getFirst();
        return String.format(Locale.ROOT, "%.3f %s", odds, part.name());
    }

    private static String line(Part part) {
        return part.weights().stream()
                        .map(weight -> String.format(Locale.ROOT, "%.2f", weight))
                        .collect(Collectors.joining(","))
                + " " + part.name();
    }
}
