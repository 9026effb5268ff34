package io.tenth.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The document of the API as it is kept in {@code docs/api}. It is read when the first asks for it; a server that was built without
 * it does not start.
 */
@Component
final class ContractDocument {

    private static final String KEPT = "/openapi.yaml";

    private final SingletonSupplier<JsonNode> document;

    ContractDocument() {
        this(new ClassPathResource(KEPT));
    }

    ContractDocument(Resource kept) {
        if (!kept.exists()) {
            throw new IllegalStateException("the server was built without its contract: there is no " + kept);
        }
        document = SingletonSupplier.of(() -> read(kept));
    }

    JsonNode json() {
        return document.obtain();
    }

    private static JsonNode read(Resource kept) {
        try (InputStream text = kept.getInputStream()) {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
