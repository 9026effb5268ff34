package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code tenth scan --explain}. */
class ExplainTest {

    @TempDir
    private Path folder;

    private Path mbox;

    @BeforeEach
    void writeMailbox() throws IOException {
        String lease = message(
                2, "The call on the lease took 90 min, and all was said about its terms and its rent and its roof");
        mbox = Files.writeString(
                folder.resolve("sent.mbox"),
                message(1, "I had 30 min for Acme: one\n12 min?") + message(3, "nothing of note") + lease + lease);
    }

    @Test
    void printsEveryAmountWithItsVerdictAndReasons() {
        Run run = explain(80);
        assertThat(run.out()).isEqualTo("""
                2026-03-20 10:00  Note 1  to b@loomis.example
                  entry      0.5 h   99%  I had [30 min] for Acme: one
                            for:     time on something 3.0, past tense work 1.3,
                                     past day named and the only amount in the message 0.5,
                                     neither tenths nor quarters of an hour 0.4
                            against: "follow-up" right after it 2.1, amounts in general 0.4
                  no entry   0.2 h   20%  [12 min]?
                            for:     time on something 3.0, past tense work 1.3,
                                     past day named and the only amount in the message 0.5,
                                     neither tenths nor quarters of an hour 0.4
                            against: "follow-up" right after it 2.1, amounts in general 0.4

                2026-03-20 10:00  Note 2  to b@loomis.example
                  entry      1.5 h   99%  The call on the lease took [90 min], and all was said…
                            for:     time on something 3.0, past tense work 1.3,
                                     past day named and the only amount in the message 0.5,
                                     neither tenths nor quarters of an hour 0.4
                            against: "follow-up" right after it 2.1, amounts in general 0.4

                2 entries among 3 amounts in 4 messages; 1 copy passed over
                """);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void keepsTheAmountInSightWhereverItStands() throws IOException {
        Files.writeString(mbox, message(1, "long ago ".repeat(40) + "it took 45 min of mine" + " and on".repeat(40)));
        assertThat(explain(80).out())
                .contains("  entry     0.75 h   99%  …long ago long ago it took [45 min] of mine and on…\n");
    }

    @Test
    void keepsToTheWidthOfTheTerminal() {
        assertThat(explain(80).out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(explain(160).out().lines()).allMatch(line -> line.length() <= 160);
        assertThat(explain(160).out()).contains("about its terms and its rent and its roof\n");
    }

    @Test
    void listsWhatItCouldNotRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.eml"), "From: a@loomis.example\nTo: b\n\n30 min\n");
        Run run = run(80, "scan", "--explain", broken.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("Messages that could not be read\n  ")
                .endsWith("0 entries among 0 amounts in 1 message; 1 could not be read\n");
    }

    @Test
    void printsNothingThatATerminalWouldObey() throws IOException {
        Files.writeString(mbox, message(1, "\u001B[2Jthe \u202Ecall\u0007 took 30 min\tof it"));
        assertThat(explain(80).out())
                .contains("[2Jthe call took [30 min] of it\n")
                .doesNotContain("\u001B")
                .doesNotContain("\u202E")
                .doesNotContain("\u0007");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --format json          | prints text for people; it does not go with --format json.
            --format csv           | prints text for people; it does not go with --format csv.
            --format jsonl         | prints text for people; it does not go with --format jsonl.
            --since 2026-03-04     | shows every amount, also those that are no entry; it does not go with --since.
            --until 2026-03-04     | shows every amount, also those that are no entry; it does not go with --until.
            --min-confidence 0     | shows every amount, also those that are no entry; it does not go with --min-confidence.
            --round 6              | shows every amount, also those that are no entry; it does not go with --round.
            """)
    void refusesOptionsThatAreAboutEntries(String option, String sentence) {
        Run run = explain(80, option.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("tenth: --explain " + sentence + "\nTry: tenth scan --help\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void mayBeToldTheFormatThatItHas() {
        assertThat(explain(80, "--format", "table").status()).isZero();
    }

    private Run explain(int columns, String... options) {
        List<String> all = new ArrayList<>(List.of("scan", "--explain"));
        all.addAll(List.of(options));
        all.add(mbox.toString());
        return run(columns, all.toArray(String[]::new));
    }

    private static Run run(int columns, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Main.commands(FakeEngine.analysis(), new Terminal(columns, false, false))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int status = commands.execute(arguments);
        commands.getOut().flush();
        commands.getErr().flush();
        return new Run(status, out.toString(), err.toString());
    }

    private record Run(int status, String out, String err) {}

    private static String message(int number, String body) {
        return "From a@loomis.example Fri Mar 20 22:17:00 2026\nMessage-ID: <m" + number + "@loomis.example>\nDate: "
                + "20 Mar 2026 10:00:00 -0500\nFrom: a@loomis.example\nTo: b@loomis.example\nSubject: Note " + number
                + "\n\n" + body + "\n\n";
    }
}
