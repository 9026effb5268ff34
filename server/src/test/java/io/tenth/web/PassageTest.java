package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassageTest {

    @Test
    void partsCodeFromText() {
        assertThat(Passage.of("Send `q` or `-q`."))
                .containsExactly(
                        new Passage("Send ", false),
                        new Passage("q", true),
                        new Passage(" or ", false),
                        new Passage("-q", true),
                        new Passage(".", false));
        assertThat(Passage.of("`all`")).containsExactly(new Passage("all", true));
        assertThat(Passage.of("")).isEmpty();
    }

    @Test
    void leavesABacktickAloneThatHasNoOther() {
        assertThat(Passage.of("a ` b")).containsExactly(new Passage("a ` b", false));
        assertThat(Passage.of("``")).containsExactly(new Passage("``", false));
        assertThat(Passage.of("`a` b`")).containsExactly(new Passage("a", true), new Passage(" b`", false));
    }
}
