package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Context;
import io.tenth.extraction.Extraction;
import io.tenth.extraction.SentMessage;
import io.tenth.mail.MailMessage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageAnalysisTest {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-20T17:17:00-05:00");

    @Test
    void handsTheEngineAMailAsItsAuthorSentIt() {
        List<SentMessage> seen = new ArrayList<>();
        MessageAnalysis analysis = new MessageAnalysis((message, context) -> {
            seen.add(message);
            return new Extraction(List.of());
        });
        analysis.analyze(mail(false), Context.none());
        analysis.analyze(mail(true), Context.none());
        assertThat(seen)
                .containsExactly(
                        new SentMessage("f", "t", "s", SENT, BodyFormat.PLAIN, "text"),
                        new SentMessage("f", "t", "s", SENT, BodyFormat.HTML, "text"));
    }

    @Test
    void findsNothingInAnEmptyMessage() {
        SentMessage empty = new SentMessage("", "", "", SENT, BodyFormat.PLAIN, "");
        assertThat(new MessageAnalysis().analyze(empty, Context.none())).isEmpty();
    }

    private static MailMessage mail(boolean html) {
        return new MailMessage("<id>", "f", "t", "s", SENT, html, "text", "digest");
    }
}
