package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AmountsCommandTest {

    private static final String GOOD = "{\"id\":1,\"text\":\"an hour\"}";

    @Test
    void writesEachAmountWithItsPlaceAndItsReadings() {
        assertThat(amounts("{\"id\":\"a\",\"text\":\"2-3 hours, 9 to 11:30, 100ms\",\"locale\":\"en-GB\"}"))
                .containsExactly("""
                        {"id":"a","amounts":[{"start":0,"end":9,"seconds":[7200,10800],"kind":"duration"},\
                        {"start":11,"end":21,"seconds":[9000],"kind":"range"},\
                        {"start":23,"end":28,"seconds":[0.1],"kind":"duration"}]}""");
    }

    @Test
    void answersATextWithoutAnAmount() {
        assertThat(amounts("{\"id\":null,\"text\":\"office hours\"}")).containsExactly("{\"id\":null,\"amounts\":[]}");
    }

    @Test
    void readsATextOfALanguageItDoesNotKnowByItsLooks() {
        assertThat(amounts(
                        "{\"id\":1,\"text\":\"2 hours\",\"locale\":\"tlh\"}",
                        "{\"id\":1,\"text\":\"2 hours\",\"locale\":\"??\"}"))
                .allMatch(answer -> answer.contains("\"seconds\":[7200]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"id":1}                              | 1    | \\"text\\" is missing
            {"text":"an hour"}                    | null | \\"id\\" is missing
            {"id":1,"text":7}                     | 1    | \\"text\\" must be a string
            {"id":1,"text":"an hour","locale":7}  | 1    | \\"locale\\" must be a string
            [1]                                   | null | the line is not a JSON object
            {"id":1                               | 1    | the line is not valid JSON near column 8
            """)
    void refusesABadLineAndGoesOn(String line, String id, String error) {
        assertThat(amounts(line, GOOD))
                .containsExactly(
                        "{\"id\":" + id + ",\"error\":\"" + error + "\"}",
                        "{\"id\":1,\"amounts\":[{\"start\":0,\"end\":7,\"seconds\":[3600],\"kind\":\"duration\"}]}");
    }

    private static List<String> amounts(String... lines) {
        byte[] input = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        StringWriter out = new StringWriter();
        int status = new CommandLine(new AmountsCommand(new ByteArrayInputStream(input)))
                .setOut(new PrintWriter(out))
                .execute();
        assertThat(status).isZero();
        return out.toString().lines().toList();
    }
}
