package io.tenth.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandTest {

    private static final Version TWELFTH = new Version(12);

    @Test
    void allowsTheVersionWhoseTagItWasGivenAndNoOther() {
        var demand = Demand.of(TWELFTH.etag());

        assertThat(demand.allows(TWELFTH)).isTrue();
        assertThat(demand.allows(new Version(13))).isFalse();
        assertThat(demand).isEqualTo(Demand.of("\"12\"")).isNotEqualTo(Demand.ANY);
    }

    @Test
    void demandsTheVersionAloneOfAnAnswerThatShowsMore() {
        assertThat(Demand.of(TWELFTH.etag(-1)).allows(TWELFTH)).isTrue();
        assertThat(TWELFTH.etag(7)).isNotEqualTo(TWELFTH.etag(8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1\", \"12\"",
                "\"12-a\",W/\"1\"",
                "W/\"12\" , \"12\"",
                "\"a,b\",\t\"12\"",
                ", \"12\",, \"3\" ,"
            })
    void allowsEachVersionOfAList(String list) {
        assertThat(Demand.of(list).allows(TWELFTH)).isTrue();
        assertThat(Demand.of(list).allows(new Version(2))).isFalse();
    }

    @Test
    void allowsEveryVersionWithoutAHeaderOrWithAStar() {
        assertThat(Demand.of((String) null)).isEqualTo(Demand.ANY);
        assertThat(Demand.of(" * ")).isEqualTo(Demand.ANY);
        assertThat(Demand.ANY.allows(TWELFTH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "W/\"12\"",
                "w/\"12\"",
                "*, \"12\"",
                "\"12\" \"13\"",
                "\"12",
                "\"99999999999\"",
                "\"\"",
                "\"12-\"",
                "\"12-x\""
            })
    void allowsNoVersionByWhatWasNeverGivenOrIsNoList(String header) {
        assertThat(Demand.of(header).allows(TWELFTH)).isFalse();
        assertThat(Demand.of(header).allows(new Version(99_999_999))).isFalse();
    }

    @Test
    void readsAListThatIsMadeToBeSlow() {
        assertThat(Demand.of("\"1\"" + " , ".repeat(200_000) + "x").allows(new Version(1)))
                .isFalse();
    }
}
