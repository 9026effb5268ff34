package io.tenth.extraction.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Holds the author's own words to the corpus of bodies. The floors only ever rise. */
class OwnWordsCorpusTest {

    @Test
    void leavesExactlyTheAuthorsWordsOfShortMessages(TestReporter reporter) throws IOException {
        assertExact("short", 0.97, reporter);
    }

    @Test
    void leavesExactlyTheAuthorsWordsOfThreads(TestReporter reporter) throws IOException {
        assertExact("thread", 0.95, reporter);
    }

    /** Its remarks are not shown: whoever reads what went wrong here will write a rule for it. */
    @Test
    void leavesExactlyTheAuthorsWordsOfMessagesNoRuleWasWrittenBy(TestReporter reporter) throws IOException {
        assertThat(share("held-back/short", reporter)).isGreaterThanOrEqualTo(0.90);
        assertThat(share("held-back/thread", reporter)).isGreaterThanOrEqualTo(0.80);
    }

    private static void assertExact(String folder, double floor, TestReporter reporter) throws IOException {
        String remarks = OwnWordsCase.in(folder).stream()
                .filter(message -> !message.isExact())
                .map(OwnWordsCase::remark)
                .collect(Collectors.joining());
        assertThat(share(folder, reporter)).as(remarks).isGreaterThanOrEqualTo(floor);
    }

    private static double share(String folder, TestReporter reporter) throws IOException {
        List<OwnWordsCase> messages = OwnWordsCase.in(folder);
        long exact = messages.stream().filter(OwnWordsCase::isExact).count();
        reporter.publishEntry("own words exact in " + folder, exact + " of " + messages.size());
        return (double) exact / messages.size();
    }
}
