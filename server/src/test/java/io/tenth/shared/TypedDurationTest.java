package io.tenth.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDurationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1h30       | 90
                    1h30m      | 90
                    1 h 30 min | 90
                    1 H 05     | 65
                    2h         | 120
                    2 hours    | 120
                    1:30       | 90
                    0:06       | 6
                    90m        | 90
                    45 min     | 45
                    1 minute   | 1
                    1.5        | 90
                    1,5        | 90
                    1.5h       | 90
                    .3         | 18
                    ,1         | 6
                    0.33       | 20
                    24         | 1440
                    0,5        | 30
                    90 min     | 90
                    1:30h      | 90
                    1:30 hrs   | 90
                    1 hour and 30 minutes | 90
                    1½         | 90
                    ½ h        | 30
                    2 ¼ hours  | 135
                    1\u00a0h\u00a030 | 90
                    '  2.25  ' | 135
                    """)
    void readsWhatPeopleType(String typed, int minutes) {
        assertThat(TypedDuration.parse(typed).minutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "0", "0:00", "-1", "1:5", "1:75", "an hour", "1h2h", "25:00", "1500m", "1.2.3", "1e3", ".",
                "1h30h", "1½½", "and", "1:30:00"
            })
    void refusesWhatItDoesNotUnderstand(String typed) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> TypedDuration.parse(typed))
                .withMessageContaining("1:30");
    }

    @Test
    void asksForTheUnitWhereANumberAloneIsMoreThanADay() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> TypedDuration.parse("90"))
                .withMessageContaining("90m");
    }

    @Test
    void readsBackEveryTextThatItWrites() {
        assertThat(IntStream.rangeClosed(1, 1440))
                .allSatisfy(minutes -> assertThat(TypedDuration.parse(new TypedDuration(minutes).text()))
                        .isEqualTo(new TypedDuration(minutes)));
    }

    @Test
    void writesTheShortestTextThatLosesNothing() {
        assertThat(new TypedDuration(90).text()).isEqualTo("1.5");
        assertThat(new TypedDuration(600).text()).isEqualTo("10");
        assertThat(new TypedDuration(20).text()).isEqualTo("0:20");
        assertThat(new TypedDuration(20).decimal()).isEqualTo("0.33");
        assertThat(new TypedDuration(65).clock()).isEqualTo("1:05");
    }
}
