package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OwnTextCommandTest {

    private static final String HEADER =
            "From: Sam <sam@author.example>\\r\\nTo: pat@client.example\\r\\nDate: Tue, 10 Mar 2026 17:05:00 -0500\\r\\n";

    @Test
    void readsAMessageWithItsHeader() {
        assertThat(own(HEADER + "Subject: Lease\\r\\n\\r\\nDone.\\r\\n\\r\\n> When?\\r\\n"))
                .startsWith("{\"id\":1,\"own\":\"Done.")
                .doesNotContain("When", "Lease");
    }

    @Test
    void undoesTheEncodingOfAMessageAndItsMarkup() {
        assertThat(own(HEADER + "MIME-Version: 1.0\\r\\nContent-Type: text/html; charset=utf-8\\r\\n"
                        + "Content-Transfer-Encoding: quoted-printable\\r\\n\\r\\n<p>Caf=C3=A9 &amp; bar</p>\\r\\n"))
                .contains("Café & bar")
                .doesNotContain("<p>");
    }

    @Test
    void readsBytesOfASingleByteCharset() {
        assertThat(
                        own(
                                HEADER
                                        + "Content-Type: text/plain; charset=iso-8859-1\\r\\nContent-Transfer-Encoding: 8bit\\r\\n\\r\\nCafé\\r\\n"))
                .contains("Café");
    }

    @Test
    void readsAMessageOutOfAnMbox() {
        assertThat(own("From sam@author.example Tue Mar 10 17:05:00 2026\\n" + HEADER + "\\r\\nDone.\\r\\n"))
                .startsWith("{\"id\":1,\"own\":\"Done.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From my side it is done.", "Note: it is done.", "It is done."})
    void readsABodyAlone(String body) {
        assertThat(own(body + "\\n\\n> When?\\n")).contains(body).doesNotContain("When");
    }

    @Test
    void readsAnHtmlBodyAlone() {
        assertThat(own("<div>It is <b>done</b>.</div><blockquote type=\\\"cite\\\">When?</blockquote>"))
                .contains("It is done.")
                .doesNotContain("When");
    }

    @Test
    void readsAnHtmlBodyThatBeginsWithAScript() {
        assertThat(own("<script>var hours = 3;</script><p>It is done.</p><style>p { color: red }</style>"))
                .contains("It is done.")
                .doesNotContain("hours", "color");
    }

    @Test
    void takesTheHeaderAboveAForwardedMessageForNoHeaderOfItsOwn() {
        assertThat(own("From: Pat\\nSent: Monday\\nTo: Sam\\nSubject: Lease\\n\\nWhen is it done?\\n"))
                .startsWith("{\"id\":1,\"own\":")
                .doesNotContain("\"error\"");
    }

    @Test
    void refusesABadLineAndGoesOn() {
        assertThat(answers("{\"id\":1,\"raw\":null}", "{\"id\":2}", "x", "{\"id\":3,\"raw\":\"\"}"))
                .containsExactly(
                        "{\"id\":1,\"error\":\"\\\"raw\\\" must be a string\"}",
                        "{\"id\":2,\"error\":\"\\\"raw\\\" is missing\"}",
                        "{\"id\":null,\"error\":\"the line is not valid JSON near column 1\"}",
                        "{\"id\":3,\"own\":\"\"}");
    }

    @Test
    void saysWhyAMessageCannotBeRead() {
        String crowded = HEADER + "X-Mark: 1\\r\\n".repeat(1_100);
        assertThat(own(crowded + "\\r\\nDone.")).startsWith("{\"id\":1,\"error\":\"It ");
    }

    private static String own(String raw) {
        return answers("{\"id\":1,\"raw\":\"" + raw + "\"}").getFirst();
    }

    private static List<String> answers(String... lines) {
        byte[] input = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        StringWriter out = new StringWriter();
        int status = new CommandLine(new OwnTextCommand(new ByteArrayInputStream(input)))
                .setOut(new PrintWriter(out))
                .execute();
        assertThat(status).isZero();
        return out.toString().lines().toList();
    }
}
