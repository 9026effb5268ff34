package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Context;
import io.tenth.extraction.ExaminedAmount;
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
        Recorder engine = new Recorder(new ArrayList<>());
        MessageAnalysis analysis = new MessageAnalysis(engine);
        analysis.analyze(mail(false), Context.none());
        analysis.explain(mail(true), Context.none());
        assertThat(engine.seen())
                .containsExactly(
                        new SentMessage("f", "t", "s", SENT, BodyFormat.PLAIN, "text"),
                        new SentMessage("f", "t", "s", SENT, BodyFormat.HTML, "text"));
    }

    @Test
    void findsNothingInAnEmptyMessage() {
        SentMessage empty = new SentMessage("", "", "", SENT, BodyFormat.PLAIN, "");
        assertThat(new MessageAnalysis().analyze(empty, Context.none())).isEmpty();
    }

    @Test
    void explainsWithTheEngineItself() {
        MailMessage mail = new MailMessage(
                "<id>", "f", "t", "s", SENT, false, "Yesterday I spent 2 hours reviewing the lease.", "digest");
        assertThat(new MessageAnalysis().explain(mail, Context.none()))
                .extracting(ExaminedAmount::minutes, ExaminedAmount::entry)
                .containsExactly(tuple(120, true));
    }

    private static MailMessage mail(boolean html) {
        return new MailMessage("<id>", "f", "t", "s", SENT, html, "text", "digest");
    }

    private record Recorder(List<SentMessage> seen) implements MessageAnalysis.Engine {

        @Override
        public Extraction extract(SentMessage message, Context context) {
            seen.add(message);
            return new Extraction(List.of());
        }

        @Override
        public List<ExaminedAmount> explain(SentMessage message, Context context) {
            seen.add(message);
            return List.of();
        }
    }
}
