package io.tenth.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void readsBackTheTagThatItGave() {
        assertThat(Version.demandedBy(new Version(12).etag())).isEqualTo(new Version(12));
    }

    @Test
    void demandsTheVersionAloneOfAnAnswerThatShowsMore() {
        assertThat(Version.demandedBy(new Version(12).etag(-1))).isEqualTo(new Version(12));
        assertThat(new Version(12).etag(7)).isNotEqualTo(new Version(12).etag(8));
    }

    @Test
    void demandsNothingWithoutAHeaderOrWithAStar() {
        assertThat(Version.demandedBy(null)).isNull();
        assertThat(Version.demandedBy(" * ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "W/\"12\"", "\"1\", \"2\"", "\"99999999999\"", "\"\"", "\"1-\"", "\"1-x\""})
    void refusesATagThatItNeverGave(String tag) {
        assertThatThrownBy(() -> Version.demandedBy(tag))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED));
    }
}
