package io.tenth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.shared.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries with names that an operation does not take, or takes once. */
class QueryNamesTest extends ServerTest {

    private ApiClient api;

    @BeforeEach
    void signIn() {
        api = api(newPerson(Role.ADMIN));
    }

    @Test
    void refusesANameThatIsNotInTheDocumentAtEveryOperation() {
        var operations = Documented.allOf(Yaml.read(KeptDocument.FILE)).toList();
        for (var operation : operations) {
            var answer = operation.sendWith("?frm=2026-03-01", api);

            assertThat(answer.status()).as("%s", operation).isEqualTo(422);
            assertThat(answer.text("/error/code")).isEqualTo("VALIDATION_ERROR");
            assertThat(answer.text("/error/details/frm"))
                    .as("%s", operation)
                    .startsWith("There is no such parameter. This operation takes ");
            operation
                    .parameters()
                    .filter(known -> known.path("in").asString("").equals("query"))
                    .map(known -> known.path("name").asString(""))
                    .forEach(name -> assertThat(answer.text("/error/message")).contains(name));
        }
        assertThat(operations).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/time-entries?taskId=01956a3c-7f3e-7a50-9a32-0d4c7f9c2101",
                "/api/time-entries?From=2026-03-01",
                "/api/tasks?dueFrom=2026-03-01",
                "/api/tasks?status[]=todo",
                "/api/tasks?status[0]=todo",
                "/api/tasks?_status=todo",
                "/api/tasks?statu",
                "/api/tasks?=todo",
                "/api/users/me?fields=email",
                "/api/analytics/firm?user_id=01956a3c-7f3e-7a50-9a32-0d4c7f9c2101"
            })
    void refusesWhatIsAlmostAName(String address) {
        assertThat(api.get(address.replace("[", "%5B").replace("]", "%5D")).status())
                .isEqualTo(422);
    }

    @Test
    void refusesAValueThatIsThereTwiceWhereOneIsTaken() {
        for (var twice : List.of(
                "/api/tasks?limit=1&limit=2",
                "/api/tasks?cursor=a&cursor=b",
                "/api/time-entries?from=2026-03-01&from=2026-03-02",
                "/api/proposals?state=proposed&state=rejected")) {
            var answer = api.get(twice);
            assertThat(answer.status()).as(twice).isEqualTo(422);
            assertThat(answer.text("/error/message")).endsWith("is there twice.");
        }
        assertThat(api.get("/api/tasks?status=todo&status=done&tag=a&tag=b&limit=1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysNoMoreOfALongNameThanItsBeginning() {
        var answer = api.get("/api/tasks?" + "x".repeat(5000) + "=1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/error/details").propertyNames()).containsExactly("x".repeat(50) + "…");
    }

    @Test
    void refusesAQueryThatIsNoneWithoutAFault() {
        assertThat(api.get("/api/tasks?limit=1&%C3%28=1").status()).isIn(400, 422);
    }
}
