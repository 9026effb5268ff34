package io.tenth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.assistant.AskedCalls;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Every time and day that the document takes, at the ends of what can be written: taken or refused, never a fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtremeTimesTest extends ServerTest {

    private static final List<String> TIMES = List.of(
            "+300000-12-31T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "1899-12-31T23:59:59Z",
            "2999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59Z",
            "2016-12-31T23:59:60Z");

    private static final List<String> DAYS = List.of(
            "+999999999-12-31",
            "-999999999-01-01",
            "+5874898-01-01",
            "+10000-01-01",
            "-4713-01-01",
            "0000-01-01",
            "0001-01-01",
            "1899-12-31",
            "2999-12-31",
            "9999-12-31");

    @Autowired
    private ApplicationContext server;

    private Account account;
    private ApiClient api;
    private Belongings belongings;

    /** A field of a body or of an address, of one operation. */
    record Field(Documented operation, boolean inBody, String name, boolean isTime) {

        List<String> extremes() {
            return isTime ? TIMES : DAYS;
        }

        @Override
        public String toString() {
            return operation + " " + name;
        }
    }

    @BeforeAll
    void signIn() {
        account = newPerson(Role.ADMIN);
        api = api(account);
        belongings = new Belongings(
                account.person(),
                () -> api(account),
                () -> api(account),
                new StoredProposals(server, database()),
                this::newPerson,
                mailFolder(account),
                new AskedCalls(server));
    }

    static Stream<Field> fields() {
        return Documented.allOf(Yaml.read(KeptDocument.FILE))
                .flatMap(operation -> Stream.concat(inBody(operation), inAddress(operation)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void areTakenOrRefused(Field field) {
        var operation = field.operation();
        var ids = operation.ids(place -> belongings.one(Belongings.kindAt(place), operation));
        for (var extreme : field.extremes()) {
            var answer = field.inBody()
                    ? operation.send(
                            api,
                            ids,
                            Optional.of(operation
                                    .example(ids)
                                    .orElseThrow()
                                    .asObject()
                                    .put(field.name(), extreme)))
                    : api.get(address(operation, field.name(), extreme));
            assertThat(answer.status()).as("%s = %s", field, extreme).isLessThan(500);
        }
    }

    /** With the same in each field of its kind, since a range is looked at only where it has both ends. */
    private static String address(Documented operation, String name, String extreme) {
        var all = Stream.concat(Stream.of(name), inAddress(operation).map(Field::name))
                .distinct()
                .map(each -> each + "=" + URLEncoder.encode(extreme, StandardCharsets.UTF_8));
        return operation.path() + "?" + all.collect(Collectors.joining("&"));
    }

    private static Stream<Field> inBody(Documented operation) {
        return operation.fields().flatMap(field -> of(operation, true, field.getKey(), field.getValue()));
    }

    private static Stream<Field> inAddress(Documented operation) {
        return operation
                .parameters()
                .filter(parameter -> parameter.path("in").asString().equals("query") && operation.isRead())
                .flatMap(
                        parameter -> of(operation, false, parameter.path("name").asString(), parameter.path("schema")));
    }

    private static Stream<Field> of(Documented operation, boolean inBody, String name, JsonNode schema) {
        var format = schema.path("format").asString("");
        return format.equals("date-time") || format.equals("date")
                ? Stream.of(new Field(operation, inBody, name, format.equals("date-time")))
                : Stream.empty();
    }
}
