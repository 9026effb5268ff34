package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue, 29 Jan 2002 16:01:57 -0800 (PST)        | 2002-01-29T16:01:57-08:00
            29 Jan 2002 16:01 +0530                      | 2002-01-29T16:01:00+05:30
            Tue, 29 Jan 02 16:01:57 EST                  | 2002-01-29T16:01:57-05:00
            Tue, 29 Jan 99 16:01:57 GMT                  | 1999-01-29T16:01:57Z
            29 Jan 102 16:01:57 Z                        | 2002-01-29T16:01:57Z
            Tuesday, 29-Jan-02 16:01:57 UT               | 2002-01-29T16:01:57Z
            Mon, 29 January 2002 06.01.57 -0000          | 2002-01-29T06:01:57Z
            Tue, 29 Jan 2002 23:59:60 +0000              | 2002-01-29T23:59:59Z
            (a (nested) comment) 29 Jan 2002 16:01 CHAOS | 2002-01-29T16:01:00Z
            29 Jan 2002 16:01:57                         | 2002-01-29T16:01:57Z
            """)
    void readsTheDatesThatMailProgramsWrite(String header, OffsetDateTime date) {
        assertThat(MailDates.parse(header)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31 Feb 2026 10:00 +0000",
                "1 Foo 2026 10:00 +0000",
                "2026-03-20",
                "(",
                "2 Mar 0000 9:00 Z",
                "2 Mar 1969 9:00 Z"
            })
    void findsNoDateWhereThereIsNone(String header) {
        assertThat(MailDates.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 Jan 0000 10:00 +0000", "31 Dec 1969 23:59 +0000", "1 Jan 2200 00:00 +0000"})
    void findsNoDateThatMailCannotBear(String header) {
        assertThat(MailDates.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"29 Jan 2002 16:01 +9900", "29 Jan 2002 16:01 -2460", "29 Jan 2002 16:01 +1500"})
    void findsNoDateWithAnImpossibleOffset(String header) {
        assertThat(MailDates.parse(header)).isEmpty();
    }
}
