package io.tenth.extraction.internal.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.internal.model.LinearModel.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Holds the model to the labelled mail that it was learnt from. When messages, sentences or features have changed, learn it
 * anew: {@code ./mvnw -pl extraction test -Dtest=WorkModelTest -Dlearn=true}, and commit the file with them.
 */
class WorkModelTest {

    private static final Path FILE = Path.of("src/main/resources/io/tenth/extraction/internal/model/work.model");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl");

    @Test
    void isWhatTheLabelledMailTeaches() throws IOException {
        List<String> learnt = lines(Trainer.fit(examples(), 2));
        if (Boolean.getBoolean("learn")) {
            Files.write(FILE, learnt);
        }
        assertThat(Files.readAllLines(FILE)).isEqualTo(learnt);
    }

    private static List<Trainer.Example> examples() {
        List<LabelledAmount> amounts = new ArrayList<>();
        for (String language : LANGUAGES) {
            if (Files.isDirectory(Path.of("src/test/resources/corpus", language, "tuned"))) {
                amounts.addAll(LabelledMail.messages(CorpusMessage.in(language + "/tuned")));
            }
            amounts.addAll(LabelledMail.sentences(LabelledSentence.in(language)));
        }
        return amounts.stream()
                .map(amount -> new Trainer.Example(amount.features(), amount.entry() ? 1 : 0))
                .toList();
    }

    /** The odds of an entry: what speaks for it less what speaks against it. */
    private static List<String> lines(List<Part> parts) {
        return parts.stream()
                .map(part -> String.format(
                        Locale.ROOT,
                        "%.3f %s",
                        part.weights().getLast() - part.weights().getFirst(),
                        part.name()))
                .toList();
    }
}
