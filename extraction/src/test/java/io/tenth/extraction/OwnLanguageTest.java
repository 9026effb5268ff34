package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People write dates in the order of their own language, also where they write in another one. */
class OwnLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "en, I spent 2 hours on 3/2 reviewing the lease., 2026-03-02",
        "de, I spent 2 hours on 3/2 reviewing the lease., 2026-02-03",
        "de, I spent 2 hours on 3/16 reviewing the lease., 2026-03-16",
        "de, I spent 2 hours on 3/9 reviewing the lease., 2026-03-09",
        "en-GB, I spent 2 hours on 3/2 reviewing the lease., 2026-02-03",
        "en-GB, I spent 2 hours on 3/16 reviewing the lease., 2026-03-16",
        "en-IE, I spent 2 hours on 3/2 reviewing the lease., 2026-02-03",
        "en-US, I spent 2 hours on 3/2 reviewing the lease., 2026-03-02",
        "de-CH, I spent 2 hours on 3/2 reviewing the lease., 2026-02-03",
        "xx, I spent 2 hours on 3/2 reviewing the lease., 2026-03-02"
    })
    void readsADateInTheOrderOfTheAuthorWhereThatIsADayOfTheLastWeeks(String language, String text, LocalDate day) {
        var message =
                new SentMessage("", "", "", OffsetDateTime.parse("2026-03-20T17:00:00+01:00"), BodyFormat.PLAIN, text);
        var context = new Context(480, List.of(), Locale.forLanguageTag(language));

        assertThat(new TimeExtractor().extract(message, context).mentions())
                .extracting(TimeMention::date)
                .containsExactly(day);
    }
}
