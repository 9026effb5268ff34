package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.shared.DomainException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class RefusedFormTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void tellsABrowserWhenToAskAgainWhereTheServerIsBusy() {
        RefusedForm.mark(response, DomainException.tooMany("Too many people are signing in.", 3));

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("3");
    }

    @Test
    void namesNoTimeWhereTheFormIsWrong() {
        RefusedForm.mark(response, DomainException.invalid("The name is too long."));

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getHeader("Retry-After")).isNull();
    }
}
