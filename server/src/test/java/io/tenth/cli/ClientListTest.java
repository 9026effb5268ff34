package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.extraction.Context.KnownMatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientListTest {

    @TempDir
    private Path folder;

    @Test
    void readsNamesAndAliases() throws Exception {
        Path file = write("\uFEFFname,aliases\r\n\"Acme, Inc.\",ACM; 2024-17 ;\r\n\r\nBolt\r\n\"Two\nlines\",\r\n");
        assertThat(ClientList.read(file))
                .containsExactly(
                        new KnownMatter("Acme, Inc.", List.of("ACM", "2024-17")),
                        new KnownMatter("Bolt", List.of()),
                        new KnownMatter("Two\nlines", List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            name;aliases                | line 1: the header must be name,aliases.
            Acme,ACM                    | line 1: the header must be name,aliases.
            name,aliases\\nAcme\\n,x    | line 3: the name is empty.
            name,aliases\\nA\\nB\\na,x  | line 4: the name stands in the file twice.
            name,aliases\\nA,b,c        | line 2: there are 3 cells, but the header names 2
            name,aliases\\nA\\n"B,b     | line 3: the quotation marks do not match.
            """)
    void saysWhichLineIsWrong(String content, String complaint) throws IOException {
        Path file = write(content.replace("\\n", "\n"));
        assertThatExceptionOfType(ClientList.Refused.class)
                .isThrownBy(() -> ClientList.read(file))
                .withMessageStartingWith(file + ", " + complaint);
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsNotUtf8() throws IOException {
        assertThatExceptionOfType(ClientList.Refused.class)
                .isThrownBy(() -> ClientList.read(write("")))
                .withMessageContaining("line 1: the header name,aliases is missing");
        Path latin = Files.write(
                folder.resolve("latin.csv"), "name,aliases\nMüller\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(ClientList.Refused.class)
                .isThrownBy(() -> ClientList.read(latin))
                .withMessage(latin + " is not text in UTF-8.");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("clients.csv"), content);
    }
}
