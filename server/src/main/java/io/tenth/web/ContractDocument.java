package io.tenth.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document of the API as it is kept in {@code docs/api}. It is read when the first asks for it. */
@Lazy
@Component
final class ContractDocument {

    private static final String KEPT = "/openapi.yaml";

    private final JsonNode document = read();

    JsonNode json() {
        return document;
    }

    private static JsonNode read() {
        try (InputStream kept = ContractDocument.class.getResourceAsStream(KEPT)) {
            if (kept == null) {
                throw new IllegalStateException("the class path has no " + KEPT);
            }
            return new YAMLMapper().readTree(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
