package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose time it is where the verb is left out, as it is that of the amount before. */
class GappedVerbsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I did two hours, Okello three.",
                "I did two hours, Okello three hours.",
                "I spent two hours on the kiln and Okello spent three.",
                "I worked for two hours, Okello for three.",
                "I worked for two hours and our clerk for about three.",
                "I did two hours, she three.",
                "The kiln took me two hours and Okello three.",
                "I did one hour, Ines two and Okello three.",
            })
    void isSomebodyElses(String text) {
        assertThat(seen(text))
                .containsAnyOf(Evidence.SOMEBODY_ELSE, Evidence.NAME_BEFORE_VERB)
                .doesNotContain(Evidence.AUTHOR_DID_IT, Evidence.WORK_TOOK_THIS_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Okello did two hours, I three.",
                "Okello did two hours and I three.",
                "Okello spent two hours on the kiln and I spent three.",
                "He spoke to the mill for two hours, I for three.",
                "Okello did one hour, Ines two and I three.",
                "I called the mill for 20 minutes and Okello for 30.",
                "I spent two hours on the kiln and three on the stove.",
            })
    void isTheAuthors(String text) {
        assertThat(seen(text))
                .contains(Evidence.AUTHOR_DID_IT)
                .doesNotContain(Evidence.SOMEBODY_ELSE, Evidence.NAME_BEFORE_VERB);
    }

    /** What is seen of the last amount. */
    private static Set<Evidence> seen(String text) {
        return MailSeen.english(text).evidence().getLast();
    }
}
