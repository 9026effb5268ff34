package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Language;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.scout.Scout;
import io.tenth.extraction.internal.text.OwnWords;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the scout to never losing what the engine would have found: no message is answered otherwise with it than without. */
class ScoutedExtractionTest {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T17:12:00-05:00");
    private static final int MUTATIONS = 12;
    private static final String MUTANTS = "0123456789.,:/-–' \n\t|$%()amhdé½\u00a0\u200b\uD83D";
    private static final List<String> PIECES = List.of(
            "2",
            "1.7",
            ".3",
            "2,5",
            "0:45",
            "9:15",
            "1030",
            "24",
            "25",
            "3/4",
            "½",
            "1½",
            "4 1/2",
            "03/04",
            "1:30:00",
            "PT1H30M",
            "PT90M",
            "PT30S",
            "25m",
            "point",
            "past",
            "o'clock",
            "in the morning",
            "tonight",
            "x",
            "twice",
            "dozen",
            "bit",
            "seconds",
            "2:30",
            "and a half",
            "ten past",
            "half past",
            "between 9",
            "from 7",
            "2 (two)",
            "90'",
            "3,737",
            "12.3.",
            "2026",
            "555-1234",
            "$",
            "€",
            "%",
            "(",
            ")",
            "-",
            "–",
            "'",
            "’",
            ".",
            ",",
            ":",
            ";",
            "|",
            "/",
            "+",
            "\t",
            "  ",
            " ",
            " ",
            " ",
            " ",
            "\n",
            "\r\n",
            "\u00a0",
            "> ",
            "a",
            "an",
            "one",
            "two",
            "twenty",
            "nine",
            "half",
            "quarter",
            "third",
            "couple",
            "of",
            "all",
            "whole",
            "the",
            "and",
            "or",
            "to",
            "till",
            "from",
            "between",
            "noon",
            "midnight",
            "am",
            "pm",
            "p.m.",
            "h",
            "hr",
            "hrs.",
            "hour",
            "hours",
            "min",
            "mins",
            "minutes",
            "tenth",
            "tenths",
            "unit",
            "units",
            "day",
            "days",
            "m",
            "full",
            "solid",
            "or so",
            "bill",
            "charge",
            "put",
            "write",
            "count",
            "section",
            "page",
            "clause",
            "4-12",
            "2–3",
            "9-11",
            "weeks",
            "people",
            "No.",
            "Monday",
            "March",
            "less",
            "lunch",
            "each",
            "way",
            "hundred",
            "Stunden",
            "Viertelstunde",
            "kwartier",
            "heures",
            "die Stunde",
            "het uurtje dat ik",
            "'t uur",
            "Anfahrt",
            "halfelf",
            "uur",
            "o'clock",
            "Q3",
            "v4.1",
            "lease",
            "spent",
            "started",
            "sat down",
            "done",
            "left at",
            "9:30",
            "0:20",
            "1110",
            "comma",
            "point three",
            "put me down for",
            "on the invoice",
            "with fifteen off",
            "each way",
            "three and a quarter",
            "two tenths",
            "got there at",
            "half past ten",
            "till",
            "apiece",
            "X",
            "é",
            "\uD83D\uDE00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en/tuned",
                "en/tuned-told",
                "en/tuned-second",
                "en/held-back",
                "en/held-back-told",
                "en/held-back-second",
                "de/tuned",
                "nl/tuned",
                "fr/tuned",
                "it/tuned",
                "es/tuned",
                "pt/tuned"
            })
    void answersTheCorpusAndItsMutantsLikeTheEngineAlone(String folder) {
        var random = new Random(7);
        for (CorpusMessage message : CorpusMessage.in(folder)) {
            isTheSame(message.message());
            for (int i = 0; i < MUTATIONS; i++) {
                isTheSame(mutant(message.message(), random));
            }
        }
    }

    @Property(tries = 6000)
    void suspectsEveryTextWithAnAmount(@ForAll("texts") String text) {
        isSuspected(text);
    }

    @Property(tries = 1000)
    void suspectsEveryTextWithAnAmountAmongAnyCharacters(@ForAll String before, @ForAll("texts") String text) {
        isSuspected(before + text + before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich habe um 9 Uhr angefangen und um 12 Uhr aufgehört.",
                "Um 9 Uhr habe ich mit dem Schriftsatz angefangen, um 12 Uhr war ich fertig."
            })
    void suspectsTimesOnTheHourBehindABeginning(String text) {
        isSuspected(text);
        assertThat(Scout.suspects(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I spent 0:45 on the lease", "J'ai passé 0:45 sur le bail", "spent 1:45 in the morning"})
    void suspectsHoursAndMinutesBehindAVerbOfSpending(String text) {
        isSuspected(text);
        assertThat(Scout.suspects(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The notice of 14 March came by courier at 9:30; see page 12 and section 7 of the deed.",
                "Call me on +1 (555) 201-4477 or 0171 496 0123.",
                "The old form has it in section 4.2, only pages 4-12 matter, and it will be 2-3 weeks before anybody answers.",
                "The price is $1,250,000.00, that is €2.50 a share.",
                "We met on 03/14/2026, as Martin wrote on Monday.",
                "He goes in at 4, as agreed, and 3 of us come down; written in 2 copies, it is in section 7.",
                "It was a good hearing, I am glad that we went there together."
            })
    void sparesMailWithoutAnAmount(String text) {
        assertThat(Scout.suspects(text)).isFalse();
    }

    /** Real mail, where the machine has some: the project ships none of it. */
    @Test
    void suspectsEveryRealMessageWithAnAmount() throws IOException {
        String file = System.getenv("TENTH_REAL_MAIL");
        if (file != null) {
            try (Stream<String> lines = Files.lines(Path.of(file), java.nio.charset.StandardCharsets.ISO_8859_1)) {
                lines.forEach(ScoutedExtractionTest::isSuspected);
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> glued = Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
        Arbitrary<String> parted = Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join(" ", pieces));
        return Arbitraries.oneOf(glued, parted);
    }

    private static void isSuspected(String text) {
        for (Language language : Languages.all()) {
            Tokens tokens = Tokenizer.scan(text, language);
            Dates dates = Dates.in(tokens, SENT.toLocalDate());
            if (!Amounts.in(tokens, dates, 28_800).isEmpty()) {
                assertThat(Scout.suspects(text)).as(text).isTrue();
            }
        }
    }

    private static void isTheSame(SentMessage message) {
        Extraction alone = TimeExtractor.read(
                message, Context.none(), OwnWords.of(message.body(), message.format()), TimeExtractor.LIKELY);
        assertThat(new TimeExtractor().extract(message, Context.none())).isEqualTo(alone);
    }

    private static SentMessage mutant(SentMessage message, Random random) {
        var body = new StringBuilder(message.body());
        for (int i = random.nextInt(8); i >= 0 && !body.isEmpty(); i--) {
            int place = random.nextInt(body.length());
            char with = MUTANTS.charAt(random.nextInt(MUTANTS.length()));
            switch (random.nextInt(3)) {
                case 0 -> body.setCharAt(place, with);
                case 1 -> body.insert(place, with);
                default -> body.delete(place, Math.min(body.length(), place + 1 + random.nextInt(20)));
            }
        }
        return new SentMessage(
                message.from(), message.to(), message.subject(), message.sentAt(), message.format(), body.toString());
    }
}
