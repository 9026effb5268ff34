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

class ScanCommandTest {

    private static final Terminal NARROW = new Terminal(100, false, false);

    @TempDir
    private Path folder;

    private Path mbox;

    @BeforeEach
    void writeMailbox() throws IOException {
        mbox = Files.writeString(
                folder.resolve("sent.mbox"),
                message(
                                2,
                                "20 Mar 2026",
                                "Call of 94 min for Acme: the lease and all that was said about its terms and rent")
                        + message(1, "3 Mar 2026", "I had 30 min for Acme: one\n60 nb: internal\n12 min?")
                        + message(3, "4 Mar 2026", "nothing of note")
                        + message(
                                2,
                                "20 Mar 2026",
                                "Call of 94 min for Acme: the lease and all that was said about its terms and rent"));
    }

    @Test
    void printsATableSortedByDayWithItsSums() {
        Run run = scan();
        assertThat(run.out()).isEqualTo("""
                Date        Hours     Type      Client / matter     Sentence                                    Conf
                ----------  --------  --------  ------------------  ------------------------------------------  ----
                2026-03-03  0.50      call      Acme                I had 30 min for Acme: one                  0.90
                2026-03-03  1.00 nb   call                          60 nb: internal                             0.90
                2026-03-03  0.20      call                          12 min?                                     0.20
                2026-03-20  1.57      call      Acme                Call of 94 min for Acme: the lease and all  0.90
                                                                    that was said about its terms and rent

                Client / matter                               Hours  Not billable
                ----------------------------------------  --------  ------------
                Acme                                          2.07
                (none named)                                  0.20          1.00

                Day                                           Hours  Not billable
                ----------------------------------------  --------  ------------
                2026-03-03                                    0.70          1.00
                2026-03-20                                    1.57

                Total                                         2.27          1.00

                4 entries in 4 messages; 1 copy passed over
                nb: not billable; in no sum of billed hours
                """.replace("    Hours  Not", "   Hours  Not"));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void billsInStepsAndShowsWorkedTimeWhereItDiffers() {
        assertThat(scan("--round", "6").out().lines().filter(line -> line.startsWith("2026-03-20  ")))
                .first()
                .asString()
                .startsWith("2026-03-20  1.60      1:34    call");
        assertThat(scan("--round", "6").out().lines().filter(line -> line.startsWith("2026-03-03  0.50")))
                .first()
                .asString()
                .startsWith("2026-03-03  0.50              call");
    }

    @Test
    void keepsToTheDaysAndTheConfidenceAskedFor() {
        assertThat(scan("--since", "2026-03-04").out()).contains("1 entry in 4 messages");
        assertThat(scan("--until", "2026-03-04").out()).contains("3 entries in 4 messages");
        assertThat(scan("--min-confidence", "0.5").out()).contains("3 entries in 4 messages");
    }

    @Test
    void namesClientsByTheirAliases() throws IOException {
        Path clients = Files.writeString(folder.resolve("clients.csv"), "name,aliases\n\"Acme, Inc.\",ACM; Acme\n");
        assertThat(scan("--clients", clients.toString()).out()).contains("\nAcme, Inc.   ");
    }

    @Test
    void writesCsvThatASpreadsheetDoesNotRun() throws IOException {
        Files.writeString(mbox, message(1, "3 Mar 2026", "=HYPERLINK(\"x\") 30 min for @Acme: one"));
        Run run = scan("--format", "csv", "--round", "25");
        assertThat(run.out().lines())
                .containsExactly(
                        "date,hours,billed_minutes,worked_minutes,type,client_matter,billable,confidence,sentence,"
                                + "description,to,subject,sent_at,message_id",
                        "2026-03-03,0.83,50,30,CALL,'@Acme,true,0.9,\"'=HYPERLINK(\"\"x\"\") 30 min for @Acme: one\","
                                + "the call,b@loomis.example,'-m1,2026-03-03T10:00:00-05:00,<m1@loomis.example>");
    }

    @Test
    void writesAnEntryALineAsJson() {
        assertThat(scan("--format", "jsonl", "--since", "2026-03-20").out()).isEqualTo("""
                {"quote":"Call of 94 min for Acme: the lease and all that was said about its terms and rent",\
                "minutes":94,"type":"CALL","date":"2026-03-20","client_matter":"Acme","billable":true,\
                "confidence":0.9,"description":"the call","reasons":["stated-amount"],"billed_minutes":94,\
                "message":{"id":"<m2@loomis.example>","to":"b@loomis.example","subject":"-m2",\
                "sent_at":"2026-03-20T10:00:00-05:00"}}
                """);
    }

    @Test
    void writesOneJsonDocumentWithSums() throws IOException {
        Files.writeString(mbox, message(1, "3 Mar 2026", "30 min for Acme: one\n60 nb"));
        assertThat(scan("--format", "json").out()).endsWith("""
                  } ],
                  "by_client" : [ {
                    "client_matter" : "Acme",
                    "billed_minutes" : 30,
                    "not_billable_minutes" : 0
                  }, {
                    "client_matter" : null,
                    "billed_minutes" : 0,
                    "not_billable_minutes" : 60
                  } ],
                  "by_day" : [ {
                    "date" : "2026-03-03",
                    "billed_minutes" : 30,
                    "not_billable_minutes" : 60
                  } ],
                  "total" : {
                    "billed_minutes" : 30,
                    "not_billable_minutes" : 60,
                    "messages" : 1,
                    "unreadable" : 0,
                    "copies" : 0
                  }
                }
                """);
    }

    @Test
    void listsWhatItCouldNotReadAndGoesOn() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.eml"), "From: a@loomis.example\nTo: b\n\n30 min\n");
        Run table = run("scan", broken.toString(), mbox.toString());
        assertThat(table.status()).isEqualTo(1);
        assertThat(table.out())
                .contains("Messages that could not be read\n  " + broken)
                .contains("4 entries in 5 messages; 1 could not be read; 1 copy passed over");
        Run csv = run("scan", "--format", "csv", broken.toString(), mbox.toString());
        assertThat(csv.status()).isEqualTo(1);
        assertThat(csv.err()).startsWith(broken + ": It has no usable Date header");
        assertThat(csv.out().lines()).hasSize(5);
    }

    @Test
    void printsNothingThatATerminalWouldObey() throws IOException {
        Files.writeString(mbox, message(1, "3 Mar 2026", "\u001B[2J30 min for \u202EAcme\u0007: one"));
        assertThat(scan().out())
                .doesNotContain("\u001B")
                .doesNotContain("\u202E")
                .doesNotContain("\u0007");
    }

    @Test
    void drawsABarOnATerminalAndRemovesIt() {
        Run run = run(new Terminal(100, true, true), "scan", mbox.toString());
        assertThat(run.err()).contains("[###").contains("messages").endsWith("\r\u001B[K");
        assertThat(run(new Terminal(100, true, true), "scan", "--format", "jsonl", mbox.toString())
                        .err())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --since yesterday                      | Invalid value for option '--since' (DATE): 'yesterday' is not a day
            --since 2026-03-04 --until 2026-03-03  | --since 2026-03-04 is later than --until 2026-03-03.
            --min-confidence 2                     | --min-confidence is a number from 0 to 1, not 2.0.
            --min-confidence NaN                   | --min-confidence is a number from 0 to 1, not NaN.
            --round 0                              | --round is a number of minutes from 1 to 60, not 0.
            --format xml                           | Invalid value for option '--format'
            --colour                               | Unknown option: '--colour'
            no-such-file                           | There is no file or folder no-such-file.
            --clients no-such-file                 | There is no file no-such-file.
            """)
    void refusesUnusableArgumentsWithASentence(String arguments, String sentence) {
        Run run = scan(arguments.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("tenth: " + sentence.replace(" (DATE)", ""))
                .endsWith("Try: tenth scan --help\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesACommandThatDoesNotExistAndAScanOfNothing() {
        assertThat(run("scna").err()).isEqualTo("tenth: There is no command scna.\nTry: tenth help\n");
        assertThat(run("scan").err()).contains("Missing required parameter: 'PATH'");
        assertThat(run("scan").status()).isEqualTo(2);
    }

    @Test
    void explainsItselfWithoutACommand() {
        assertThat(run().out()).contains("scan").contains("extract");
        assertThat(run().status()).isZero();
        assertThat(run("help", "scan").out()).contains("Exit status:");
    }

    private Run scan(String... arguments) {
        List<String> all = new ArrayList<>(List.of("scan"));
        all.addAll(List.of(arguments));
        all.add(mbox.toString());
        return run(all.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        return run(NARROW, arguments);
    }

    private static Run run(Terminal terminal, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Main.commands(FakeEngine.analysis(), terminal)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int status = commands.execute(arguments);
        commands.getOut().flush();
        commands.getErr().flush();
        return new Run(status, out.toString(), err.toString());
    }

    private record Run(int status, String out, String err) {}

    private static String message(int number, String day, String body) {
        return "From a@loomis.example Fri Mar 20 22:17:00 2026\nMessage-ID: <m" + number + "@loomis.example>\nDate: "
                + day + " 10:00:00 -0500\nFrom: a@loomis.example\nTo: b@loomis.example\nSubject: -m" + number + "\n\n"
                + body + "\n\n";
    }
}
