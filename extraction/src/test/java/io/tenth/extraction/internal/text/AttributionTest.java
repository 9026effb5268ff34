package io.tenth.extraction.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.BodyFormat;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each program's line above a quote in each language, wrapped anywhere over one to four lines, with both line ends. */
class AttributionTest {

    private static final String QUOTE = "> Does ten work?\n>\n> Ada\n";

    private static final String[] ATTRIBUTIONS = {
        "On Tue, Jan 9, 2024 at 4:05 PM Ada Moss <ada.moss@firm.example> wrote:",
        "On 9/1/2024 16:05, Ada Moss wrote:",
        "Am Di., 9. Jan. 2024 um 16:05 Uhr schrieb Ada Moss <ada.moss@firm.example>:",
        "Am 09.01.24 um 16:05 schrieb Ada Moss:",
        "Ada Moss <ada.moss@firm.example> schrieb am Di., 9. Jan. 2024, 16:05:",
        "Le mar. 9 janv. 2024 à 16:05, Ada Moss <ada.moss@firm.example> a écrit :",
        "Le 09/01/2024 à 16:05, Ada Moss a écrit :",
        "El mar, 9 ene 2024 a las 16:05, Ada Moss (<ada.moss@firm.example>) escribió:",
        "El 9/1/24 a las 16:05, Ada Moss escribió:",
        "Em ter., 9 de jan. de 2024 às 16:05, Ada Moss <ada.moss@firm.example> escreveu:",
        "A terça, 9/01/2024, 16:05, Ada Moss <ada.moss@firm.example> escreveu:",
        "Il giorno mar 9 gen 2024 alle ore 16:05 Ada Moss <ada.moss@firm.example> ha scritto:",
        "Il 09/01/2024 16:05, Ada Moss ha scritto:",
        "Op di 9 jan 2024 om 16:05 schreef Ada Moss <ada.moss@firm.example>:",
        "Op 9 jan. 2024 om 16:05 heeft Ada Moss <ada.moss@firm.example> het volgende geschreven:"
    };

    @ParameterizedTest
    @MethodSource("wrapped")
    void goesWithTheQuoteBelowIt(String attribution, String lineEnd) {
        assertThat(own("It took an hour.\n\n" + attribution + "\n\n" + QUOTE, lineEnd))
                .containsExactly("It took an hour.");
        assertThat(own("Hi Ada,\n\n" + attribution + "\n" + QUOTE + "\nIt took an hour.\n> And?\nOne more.\n", lineEnd))
                .containsExactly("Hi Ada,", "It took an hour.", "One more.");
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void goesWithTheQuoteAboveTheAnswer(String attribution, String lineEnd) {
        assertThat(own(attribution + "\n" + QUOTE + "\nIt took an hour.\n\nThanks,\nKay\n", lineEnd))
                .containsExactly("It took an hour.", "Thanks,", "Kay");
    }

    @Test
    void goesWithAQuoteWithoutMarksThatAListHasRelayed() {
        String quote = "\n\nI spent three hours on the parser.\n";
        assertThat(own("Thanks.\n\nAda Moss via Dev List wrote:" + quote, "\n")).containsExactly("Thanks.");
        assertThat(own("Went home via Basel and wrote:" + quote, "\n")).contains("I spent three hours on the parser.");
    }

    private static Stream<Arguments> wrapped() {
        return Arrays.stream(ATTRIBUTIONS)
                .flatMap(attribution -> IntStream.rangeClosed(1, 4)
                        .mapToObj(count -> wrap(attribution, count))
                        .flatMap(text -> Stream.of(Arguments.of(text, "\n"), Arguments.of(text, "\r\n"))));
    }

    private static String wrap(String attribution, int count) {
        String[] words = attribution.split(" ", -1);
        var wrapped = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            boolean sameLine = i * count / words.length == (i - 1) * count / words.length;
            wrapped.append(sameLine ? ' ' : '\n').append(words[i]);
        }
        return wrapped.toString();
    }

    private static Stream<String> own(String body, String lineEnd) {
        String own = OwnWords.of(body.replace("\n", lineEnd), BodyFormat.PLAIN).text();
        return own.lines().map(String::strip).filter(line -> !line.isEmpty());
    }
}
