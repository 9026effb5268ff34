package io.tenth.extraction.internal.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.model.LinearModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeatureWordsTest {

    private static final Path MODEL = Path.of("src/main/resources/io/tenth/extraction/internal/model/work.model");

    @Test
    void everyRoleHasWordsForAPerson() {
        assertThat(Arrays.stream(Tag.values())
                        .map(tag -> "role " + tag.name())
                        .filter(role -> !FeatureWords.lists(role)))
                .as("roles without words in features.txt, for ./tenth scan --explain")
                .isEmpty();
    }

    @Test
    void everySignThatIsWeighedHasWordsForAPerson() throws IOException {
        assertThat(Files.readAllLines(MODEL).stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .flatMap(feature -> Stream.of(feature.split(LinearModel.TOGETHER)))
                        .filter(feature -> feature.startsWith("sign ") && !FeatureWords.lists(feature)))
                .as("signs without words in features.txt, for ./tenth scan --explain")
                .isEmpty();
    }
}
