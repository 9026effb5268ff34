package io.tenth.extraction.internal.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.internal.model.LinearModel.Part;
import io.tenth.extraction.internal.score.LabelledSentence;
import io.tenth.extraction.internal.score.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Holds the model of matters to the labelled mail that it was learnt from. When messages, sentences or signs have changed,
 * learn it anew: {@code ./mvnw -pl extraction test -Dtest=MatterModelTest -Dlearn=true}, and commit the file with them.
 */
class MatterModelTest {

    private static final Path FILE = Path.of("src/main/resources/io/tenth/extraction/internal/model/matter.model");
    private static final List<String> LANGUAGES = List.of("en", "de", "nl");

    @Test
    void isWhatTheLabelledMailTeaches() throws IOException {
        List<String> learnt = lines(Trainer.fit(examples(), 2, Map.of()));
        if (Boolean.getBoolean("learn")) {
            Files.write(FILE, learnt);
        }
        assertThat(Files.readAllLines(FILE)).isEqualTo(learnt);
    }

    private static List<Trainer.Example> examples() {
        var names = new LabelledNames();
        for (String language : LANGUAGES) {
            CorpusMessage.tuned(language).forEach(names::add);
            LabelledSentence.in(language).forEach(names::add);
        }
        return names.examples();
    }

    /** The odds of a name being the matter: what speaks for it less what speaks against it. */
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
