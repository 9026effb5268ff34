package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class ContractDocumentTest {

    @Test
    void startsNoServerThatWasBuiltWithoutIt() {
        assertThatThrownBy(() -> new ContractDocument(new ClassPathResource("/no-such.yaml")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such.yaml");
    }
}
