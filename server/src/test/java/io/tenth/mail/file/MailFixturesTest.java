package io.tenth.mail.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code mail/} is read as the file of the same name in {@code mail/expected/} says. */
class MailFixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/mail");

    private final MailFiles files = new MailFiles(MailLimits.DEFAULT);

    static Stream<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void readsEachFixtureAsExpected(String name) throws IOException {
        assertThat(renderedFromStream(name)).isEqualTo(expected(name));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void goesOnAfterAnyNumberOfSkippedMessages(String name) throws IOException {
        var all = Rendering.readAll(opened(name));
        for (int skipped = 0; skipped <= all.size() + 1; skipped++) {
            var source = opened(name);
            assertThat(source.skip(skipped)).isEqualTo(Math.min(skipped, all.size()));
            assertThat(Rendering.readAll(source)).isEqualTo(all.subList(Math.min(skipped, all.size()), all.size()));
        }
    }

    @Test
    void hasAnExpectationForEachFixtureAndNoOther() throws IOException {
        try (Stream<Path> expected = Files.list(FIXTURES.resolve("expected"))) {
            assertThat(expected.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            fixtures().map(name -> name + ".txt").toList());
        }
    }

    private MailSource opened(String name) throws IOException {
        InputStream in = Files.newInputStream(FIXTURES.resolve(name));
        return files.open(in, name);
    }

    private String renderedFromStream(String name) throws IOException {
        return Rendering.of(Rendering.readAll(opened(name)));
    }

    private static String expected(String name) {
        try {
            return Files.readString(FIXTURES.resolve("expected").resolve(name + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
