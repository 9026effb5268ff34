package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExtractCommandTest {

    private static final String GOOD = """
            {"id":"a","from":"x","to":"y","subject":"z","sent_at":"2026-03-10T17:05:00-05:00",\
            "content_type":"text/plain","body":"Hello €,\\n30 min for Acme","tags":[{"more":1}]}""";

    @Test
    void answersAMessageWithItsEntries() {
        assertThat(extract(GOOD)).containsExactly("""
                {"id":"a","entries":[{"quote":"30 min for Acme","start":9,"end":24,"minutes":30,"type":"CALL",\
                "date":"2026-03-10","client_matter":"Acme","billable":true,"confidence":0.9,\
                "description":"the call","reasons":["stated-amount"]}]}""");
    }

    @Test
    void answersAMessageWithoutAnEntry() {
        assertThat(extract(GOOD.replace("30 min", "no time"))).containsExactly("{\"id\":\"a\",\"entries\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ü€\"", "17", "-1.10", "12345678901234567890", "1e400", "true", "false", "null"})
    void givesBackAnyScalarAsId(String id) {
        assertThat(extract(GOOD.replace("\"id\":\"a\"", "\"id\":" + id)))
                .singleElement()
                .asString()
                .startsWith("{\"id\":" + id + ",\"entries\":[{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "id":"a",               | ""                | null | \\"id\\" is missing
            "id":"a"                | "id":{}           | null | \\"id\\" must be a string, a number, a boolean or null
            "from":"x",             | ""                | "a"  | \\"from\\" is missing
            "to":"y"                | "to":null         | "a"  | \\"to\\" must be a string
            "subject":"z"           | "subject":["z"]   | "a"  | \\"subject\\" must be a string
            "body":                 | "text":           | "a"  | \\"body\\" is missing
            2026-03-10T17:05:00-05:00 | 2026-03-10      | "a"  | \\"sent_at\\" must be a time in RFC 3339 with its offset, such as 2026-03-10T17:05:00-05:00
            text/plain              | text/enriched     | "a"  | \\"content_type\\" must be \\"text/plain\\" or \\"text/html\\"
            {"more":1}]}            | {"more":1}]} {}   | "a"  | the line holds more than one JSON value
            {"more":1}]}            | {"more":1}]       | "a"  | the line is not valid JSON near column 167
            """)
    void refusesALineAndNamesWhatIsWrong(String part, String replacement, String id, String error) {
        String line = GOOD.replace(part, replacement.equals("\"\"") ? "" : replacement);
        assertThat(extract(line, GOOD)).hasSize(2).first().isEqualTo("{\"id\":" + id + ",\"error\":\"" + error + "\"}");
    }

    @Test
    void findsTheIdBehindAFault() {
        assertThat(extract("{\"from\":1,\"id\":7}"))
                .containsExactly("{\"id\":7,\"error\":\"\\\"from\\\" must be a string\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "[1]", "\"text\"", "7", "{", "nul"})
    void refusesWhatIsNoObject(String line) {
        assertThat(extract(line, GOOD))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"id\":null,\"error\":\"the line is not");
    }

    @ParameterizedTest
    @CsvSource({"Hello, IllegalStateException", "z, StackOverflowError"})
    void answersAMessageAtWhichTheEngineFailsWithAnErrorThatHoldsNoneOfItsTextAndGoesOn(String part, String fault) {
        List<String> answers = extract(GOOD.replace(part, FakeEngine.FAULT), GOOD);
        assertThat(answers.getFirst())
                .isEqualTo("{\"id\":\"a\",\"error\":\"the line could not be answered; this is a fault of Tenth ("
                        + fault + "), please report it\"}");
        assertThat(answers.getLast()).startsWith("{\"id\":\"a\",\"entries\":[{");
    }

    @Test
    void refusesBytesThatAreNotUtf8AndGoesOn() {
        byte[] input = (GOOD.replace("€", "\u00FF") + "\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1);
        List<String> answers = extract(new ByteArrayInputStream(input), AnsweredLines.LONGEST_LINE);
        assertThat(answers.getFirst()).startsWith("{\"id\":\"a\",\"error\":\"the line is not valid JSON near column");
        assertThat(answers).hasSize(2);
    }

    @Test
    void refusesALineBeyondTheLimitAndGoesOn() {
        String input = "x".repeat(200_000) + "\n" + GOOD + "\n" + "x".repeat(100_000);
        assertThat(extract(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), 1_000))
                .hasSize(3)
                .first()
                .isEqualTo("{\"id\":null,\"error\":\"the line is longer than the limit of 1000 bytes\"}");
    }

    @Test
    void passesOverEmptyLinesAndReadsCrlfAndALastLineWithoutEnd() {
        assertThat(extract("", GOOD + "\r", "  \r", GOOD)).hasSize(2);
    }

    @Test
    void writesHalfASurrogatePairSoThatItCanBeReadBack() {
        assertThat(extract(GOOD.replace("Hello", "30 min \\ud83d half, \\ud83d\\ude00 whole")))
                .singleElement()
                .asString()
                .contains("\"30 min \\uD83D half, \\uD83D\\uDE00 whole €,\"");
    }

    @Test
    @Timeout(60)
    void answersEachLineBeforeItWaitsForTheNext() throws Exception {
        try (PipedInputStream in = new PipedInputStream();
                PipedReader told = new PipedReader();
                Writer out = new PipedWriter(told);
                BufferedReader answers = new BufferedReader(told)) {
            Thread command;
            try (PipedOutputStream ask = new PipedOutputStream(in)) {
                command = Thread.ofVirtual().start(() -> run(in, AnsweredLines.LONGEST_LINE, out));
                for (int i = 0; i < 50; i++) {
                    send(GOOD.replace("\"a\"", "" + i) + "\n{\"id\":", ask);
                    assertThat(answers.readLine()).startsWith("{\"id\":" + i + ",\"entries\"");
                    send("null}\n", ask);
                    assertThat(answers.readLine()).startsWith("{\"id\":null,\"error\"");
                }
            }
            command.join();
        }
    }

    private static void send(String text, OutputStream ask) throws IOException {
        ask.write(text.getBytes(StandardCharsets.UTF_8));
        ask.flush();
    }

    @Test
    void stopsWhenNobodyListens() {
        Writer deaf = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("the pipe is closed");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("the pipe is closed");
            }

            @Override
            public void close() {}
        };
        assertThat(run(new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8)), 10_000, deaf))
                .isZero();
    }

    private static List<String> extract(String... lines) {
        byte[] input = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return extract(new ByteArrayInputStream(input), AnsweredLines.LONGEST_LINE);
    }

    private static List<String> extract(InputStream in, int longestLine) {
        StringWriter out = new StringWriter();
        assertThat(run(in, longestLine, out)).isZero();
        return out.toString().lines().toList();
    }

    private static int run(InputStream in, int longestLine, Writer out) {
        return new CommandLine(new ExtractCommand(FakeEngine.analysis(), in, longestLine))
                .setOut(new PrintWriter(out))
                .execute();
    }
}
