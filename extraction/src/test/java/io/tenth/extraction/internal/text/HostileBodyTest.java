package io.tenth.extraction.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.BodyFormat;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A megabyte of what mail is made of, in a form that costs minutes where a rule looks back too far.
 *
 * <p>The time of half the length and of the whole is only printed: a wall clock decides no test.
 */
class HostileBodyTest {

    private static final int LENGTH = 1 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                ">\n",
                "> \nx\n",
                "On ",
                "On On On wrote:\n",
                "On 1/1/2024 9:15 wrote:\n",
                "x On 1/1/2024 @ wrote:\n",
                "wrote: ",
                "From: a\n",
                "From: a@b\nSent: 9:15\n",
                "To: a,\n",
                "To: a@b,\n\n",
                "Name\n05/07/2001 10:26 PM\nTo: x\n",
                "\n",
                " ",
                "\u00a0",
                "-",
                "-- \n",
                "--\nA\n",
                "- - ",
                "Regards\n",
                "Thanks, Bob\n",
                "Ann Lee\n\n",
                "ps: a\n\n",
                "confidential ",
                "this email confidential delete\n",
                "|",
                "| x\n",
                "a.  ",
                "@",
                "1",
                "1.",
                "<",
                "<div>",
                "<div class=gmail_signature>",
                "<blockquote>",
                "<blockquote>x</blockquote>",
                "</blockquote>",
                "<pre>\n",
                "<div class=\"",
                "&",
                "<s>",
                "<p hidden>",
                "<span style='font-size:0'>",
                "<div style='display: ",
                "2<sup>1</sup>",
                "2<sup>1",
                "a\u200b",
                "\u200b",
                "> this quoted line is long enough to be wrapped by its program,\nand goes on\n",
                "Mon 9:15 a@b:\n",
                "On 1/1/2024 9:15 a@b wrote\n",
                "Disclaimer\n\n",
                "<!--",
                "\u00c0: "
            })
    void readsToTheEndOf(String piece, TestReporter reporter) {
        String body = piece.repeat(LENGTH / piece.length());
        for (BodyFormat format : BodyFormat.values()) {
            long start = System.nanoTime();
            OwnWords.of(body.substring(0, body.length() / 2), format);
            long middle = System.nanoTime();
            String own = OwnWords.of(body, format).text();
            long end = System.nanoTime();
            reporter.publishEntry(
                    format + " " + piece.strip(), (middle - start) / 1000 + " us, then " + (end - middle) / 1000);
            assertThat(own.length()).isLessThanOrEqualTo(2 * body.length());
        }
    }
}
