package io.tenth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.shared.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server and the document that is kept of it say the same. Every other test holds its answers to the document too. */
class ContractTest extends ServerTest {

    private static final boolean REWRITE = Boolean.getBoolean("contract.rewrite");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void isKeptAsTheCodeHasIt() throws IOException {
        var written = Yaml.write(DocumentWriter.write(operations()));
        if (REWRITE) {
            Files.writeString(KeptDocument.FILE, written);
        }
        assertThat(Files.readString(KeptDocument.FILE))
                .as("docs/api/openapi.yaml against the code. %s", KeptDocument.REWRITE)
                .isEqualTo(written);
    }

    @Test
    void isServedAsItIsKept() {
        var served = api().get("/openapi.json");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Content-Type")).isEqualTo("application/json");
        assertThat(served.json()).isEqualTo(Yaml.read(KeptDocument.FILE));
    }

    @Test
    void everyOperationOfTheServerIsInTheDocument() {
        assertThat(documented().map(Documented::toString))
                .containsExactlyInAnyOrderElementsOf(operations().stream()
                        .map(Operation::toString)
                        .distinct()
                        .toList());
    }

    @Test
    void everyOperationSaysWhatItDoesAndTakesAndRefuses() {
        var softly = new SoftAssertions();
        documented().forEach(operation -> {
            var said = operation.said();
            softly.assertThat(said.path("summary").asString(""))
                    .as(operation + ": summary")
                    .isNotEmpty();
            softly.assertThat(said.path("x-limits").has("rate"))
                    .as(operation + ": limits")
                    .isTrue();
            softly.assertThat(said.path("responses").propertyNames())
                    .as(operation + ": refusals")
                    .contains("429", "500");
            operation
                    .parameters()
                    .forEach(parameter -> softly.assertThat(
                                    parameter.path("description").asString(""))
                            .as(operation + ": " + parameter.path("name"))
                            .isNotEmpty());
        });
        softly.assertAll();
    }

    @Test
    void everyExampleFitsItsSchema() {
        var softly = new SoftAssertions();
        documented()
                .forEach(operation -> contents(operation).forEach(content -> {
                    softly.assertThat(content.has("example"))
                            .as(operation + ": example")
                            .isTrue();
                    softly.assertThat(
                                    operation.document().misfits(content.path("example"), content.path("schema"), "it"))
                            .as(operation.toString())
                            .isEmpty();
                }));
        softly.assertAll();
    }

    /** The client of every test compares the status, the headers and the body with the document. */
    @Test
    void everyDocumentedOperationAnswersItsExample() {
        var administrator = newPerson(Role.ADMIN);
        documented().forEach(operation -> {
            var answer = operation.send(api(administrator));
            assertThat(answer.status()).as(operation.toString()).isNotIn(405, 415, 500);
            if (!operation.path().contains("{") && operation.verb().equals("GET")) {
                assertThat(answer.status()).as(operation.toString()).isIn(200, 204);
            }
        });
    }

    @Test
    void showsThePageOfItToAnybody() {
        var page = api().get("/api/docs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains(documented().map(Documented::path).toList());
        assertThat(page.body()).contains("<code>POST /api/auth/login</code>").doesNotContain("`");
    }

    private List<Operation> operations() {
        return Operations.of(mapping);
    }

    private static ObjectNode kept() {
        return Yaml.read(KeptDocument.FILE);
    }

    private static Stream<Documented> documented() {
        return Documented.allOf(kept());
    }

    /** The bodies that an operation takes and gives. */
    private static Stream<JsonNode> contents(Documented operation) {
        var said = operation.said();
        var given = said.path("responses")
                .propertyStream()
                .map(entry -> operation.document().resolved(entry.getValue()));
        return Stream.concat(Stream.of(said.path("requestBody")), given)
                .flatMap(body -> body.path("content").propertyStream())
                .map(Map.Entry::getValue);
    }
}
