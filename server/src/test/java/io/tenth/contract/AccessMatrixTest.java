package io.tenth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.assistant.AskedCalls;
import io.tenth.capture.StoredProposals;
import io.tenth.contract.Documented.Ids;
import io.tenth.contract.Documented.Place;
import io.tenth.contract.Documented.Where;
import io.tenth.identity.Account;
import io.tenth.identity.ApiTokens;
import io.tenth.identity.NewApiToken;
import io.tenth.identity.Scope;
import io.tenth.shared.Role;
import io.tenth.store.Rows;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the document, asked for by nobody, by personal tokens, and by people of each role, with their own ids and
 * with others'. An operation that is new is among them; a new kind of thing is to be made by {@link Belongings}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest extends ServerTest {

    /** Fields that a program might wish for, in the spellings that it might try. */
    private static final List<String> WISHES = List.of(
            "role",
            "user_id",
            "userId",
            "owner",
            "id",
            "version",
            "rate",
            "hourly_rate",
            "locked",
            "is_active",
            "approvedBy",
            "approved_by",
            "auditSeq",
            "audit_seq",
            "created_at",
            "disabled",
            "is_admin",
            "__proto__");

    private static final List<String> ILL_FORMED =
            List.of("1", "not-an-id", "00000000-0000-0000-0000-00000000000g", "%2e%2e", "null", "%27%20OR%20TRUE--");

    /** Their ids are made up by the caller: under one that nobody of them has used nothing runs, which is no error. */
    private static final Set<String> OF_NAMES_OF_THE_CALLER =
            Set.of("POST /api/chat/{id}/stop", "GET /api/chat/{id}/stream");

    private static final List<String> OF_THE_SERVER = List.of(
            "constraint",
            "duplicate key",
            "row-level",
            "ERROR:",
            "SELECT",
            "INSERT",
            "pg_",
            "org.",
            "java.",
            "io.tenth");

    private static final List<Documented> OPERATIONS =
            Documented.allOf(Yaml.read(KeptDocument.FILE)).toList();

    @Autowired
    private ApplicationContext server;

    @Autowired
    private ApiTokens tokens;

    private final Rows rows = new Rows(database());
    private final Map<String, String> programs = new HashMap<>();
    private final List<Somebody> owners = new ArrayList<>();
    private final List<Somebody> strangers = new ArrayList<>();
    private Somebody administrator;
    private Somebody neighbour;

    /**
     * A person.
     *
     * @param api in a session that began with them
     */
    private record Somebody(Account account, ApiClient api, Belongings belongings) {

        UUID id() {
            return account.id().value();
        }

        Role role() {
            return account.role();
        }
    }

    @BeforeAll
    void makePeople() {
        neighbour = somebody(Role.USER);
        administrator = somebody(Role.ADMIN);
        for (var role : Role.values()) {
            owners.add(somebody(role));
            strangers.add(somebody(role));
        }
    }

    static Stream<Documented> operations() {
        return OPERATIONS.stream();
    }

    static Stream<Documented> closedOperations() {
        return operations().filter(operation -> !operation.isOpen());
    }

    static Stream<Documented> operationsThatTakeJson() {
        return operations().filter(operation -> operation.json().isPresent());
    }

    static Stream<Documented> operationsByPath() {
        return closedOperations().filter(operation -> operation.path().contains("{"));
    }

    @ParameterizedTest
    @MethodSource("closedOperations")
    void isForItsOwnerAndNobodyElse(Documented operation) {
        for (var owner : owners(operation)) {
            var ids = belongingsFor(operation, owner);
            var mine = belongingsOfStrangers(operation, ids);
            var conditions = conditions(operation, owner, ids);
            var token = tokenWithout(operation.scope().orElse(""), owner);
            var before = rows(owner);

            refuseNobody(operation, ids);
            refuseToken(operation, token, ids);
            mine.forEach((stranger, theirs) -> {
                refuseRole(operation, stranger, ids);
                conditions.forEach(condition -> refuse(operation, condition.apply(stranger.api()), ids, theirs));
            });

            assertThat(rows(owner))
                    .as("what was there before the refusals of " + operation)
                    .isEqualTo(before);
            serve(operation, owner, ids);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsByPath")
    void takesAnIdThatIsNoneForAMissingThing(Documented operation) {
        for (var stranger : strangers) {
            for (var id : ILL_FORMED) {
                var answer = operation.send(stranger.api(), operation.ids(place -> id), Optional.empty());
                assertThat(answer.status())
                        .as("%s with %s by %s", operation, id, stranger.role())
                        .isIn(refusals(operation, stranger.role()));
                assertTellsNothing(answer);
            }
        }
    }

    private static List<Integer> refusals(Documented operation, Role role) {
        if (isOfNames(operation)) {
            return List.of(204, 404, 400, 422);
        }
        return operation.isFor(role) ? List.of(404, 400) : List.of(403, 404, 400);
    }

    private static boolean isOfNames(Documented operation) {
        return OF_NAMES_OF_THE_CALLER.contains(operation.toString());
    }

    /** What lists and sums show to others is the same before and after somebody came to own something of everything. */
    @Test
    void showsNothingOfAnother() {
        var owner = somebody(Role.USER);
        var lists = closedOperations()
                .filter(operation ->
                        operation.isRead() && !operation.path().contains("{") && !operation.isForSomeRoles())
                .toList();
        var before = lists.stream().collect(Collectors.toMap(list -> list, list -> shapes(list, "")));

        ownEverything(owner);

        var ids = rows.ids(owner.id());
        var softly = new SoftAssertions();
        for (var list : lists) {
            softly.assertThat(shapes(list, "")).as(list.toString()).isEqualTo(before.get(list));
            var cursor = cursor(list, owner);
            softly.assertThat(String.join("", shapes(list, cursor)))
                    .as(list + cursor)
                    .doesNotContain(ids);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operationsThatTakeJson")
    void takesNoFieldThatIsNotInTheDocument(Documented operation) {
        var owner = administrator;
        var ids = belongingsFor(operation, owner);
        var known = operation.fields().map(Map.Entry::getKey).collect(Collectors.toSet());
        var api = api(owner.account());
        var before = rows.of(owner.id());

        for (var wish : WISHES) {
            if (!known.contains(wish)) {
                var body = operation.example(ids).orElseThrow().asObject().put(wish, "admin");
                var answer = operation.send(api, ids, Optional.of(body));
                assertThat(answer.status()).as("%s with %s", operation, wish).isEqualTo(422);
                assertThat(answer.json().at("/error/details").propertyNames())
                        .as("%s with %s", operation, wish)
                        .contains(wish);
            }
        }
        assertThat(rows.of(owner.id())).isEqualTo(before);
    }

    /** What an operation starts in the background is not to be met by the next one, nor another password than everybody's. */
    private List<Somebody> owners(Documented operation) {
        var leavesTraces = operation.answers(202) || operation.path().endsWith("/password");
        return leavesTraces ? Stream.of(Role.values()).map(this::somebody).toList() : List.copyOf(owners);
    }

    private void refuseNobody(Documented operation, Ids ids) {
        for (var api : List.of(api(), api().withToken("tenth_pat_" + "A".repeat(43)))) {
            var answer = operation.send(api, ids, operation.example(ids));
            assertThat(answer.status()).as(operation + " by nobody").isEqualTo(401);
            assertTellsNothing(answer);
        }
    }

    /** Where it depends on the call which scope is needed, the operation has a test of its own. */
    private void refuseToken(Documented operation, String token, Ids ids) {
        if (operation.scope().filter(scope -> scope.contains(" ")).isPresent()) {
            return;
        }
        var answer = operation.send(api().withToken(token), ids, operation.example(ids));
        var lacking = operation.scope().orElse("Sign in");
        assertThat(answer.status())
                .as(operation + " by a token without " + lacking)
                .isEqualTo(403);
        assertThat(answer.text("/error/message")).contains(lacking);
        assertTellsNothing(answer);
    }

    private void refuseRole(Documented operation, Somebody stranger, Ids ids) {
        if (!operation.isFor(stranger.role())) {
            var answer = operation.send(stranger.api(), ids, operation.example(ids));
            assertThat(answer.status())
                    .as("%s by %s", operation, stranger.role())
                    .isEqualTo(403);
            assertTellsNothing(answer);
        }
    }

    /** Puts the owner's id into one place after the other, and a missing one; everything else is the stranger's own. */
    private void refuse(Documented operation, ApiClient stranger, Ids theirs, Ids mine) {
        for (var place : placesOfPersons(operation)) {
            var other = sent(operation, stranger, mine, place, theirs.at(place));
            var missing = sent(operation, stranger, mine, place, missing(theirs.at(place)));
            assertThat(other)
                    .as("%s with another's %s, beside a missing one", operation, place)
                    .isEqualTo(missing);
            if (place.where() == Where.PATH && !operation.isForSomeRoles()) {
                assertThat(other).startsWith(isOfNames(operation) ? "204" : "404");
            }
        }
    }

    private static String missing(String ids) {
        return Stream.of(ids.split(",")).map(id -> UUID.randomUUID().toString()).collect(Collectors.joining(","));
    }

    private String sent(Documented operation, ApiClient api, Ids ids, Place place, String id) {
        var all = ids.with(place, id);
        var answer = operation.send(api, all, operation.example(all));
        assertTellsNothing(answer);
        return shape(answer, all);
    }

    /** Without conditions, and with those that only a thing that is there could meet. */
    private List<UnaryOperator<ApiClient>> conditions(Documented operation, Somebody owner, Ids ids) {
        var here = operation.places().stream()
                .filter(place -> place.where() == Where.PATH)
                .findFirst();
        if (here.isEmpty() || !(operation.takesHeader("If-Match") || operation.takesHeader("If-None-Match"))) {
            return List.of(api -> api);
        }
        var tag = api(owner.account())
                .get(here.get().name() + "/" + ids.at(here.get()))
                .header("ETag");
        return List.of(
                api -> api,
                api -> api.with("If-Match", tag.isEmpty() ? "\"1\"" : tag),
                api -> api.with("If-Match", "\"999\""),
                api -> api.with("If-None-Match", tag.isEmpty() ? "*" : tag));
    }

    /** The owner may, where the role may; and another may not get at the answer by the owner's key. */
    private void serve(Documented operation, Somebody owner, Ids ids) {
        var key = UUID.randomUUID().toString();
        var keyed = operation.takesHeader("Idempotency-Key");
        var body = operation.example(ids).map(AccessMatrixTest::asNew);
        var api = api(owner.account());

        var answer = operation.send(keyed ? api.with("Idempotency-Key", key) : api, ids, body);

        if (!operation.isFor(owner.role())) {
            assertThat(answer.status()).as("%s by %s", operation, owner.role()).isEqualTo(403);
            return;
        }
        assertThat(answer.status())
                .as(
                        "%s by its owner, who is %s: %s. Belongings makes what it needs; x-access says who may.",
                        operation, owner.role(), answer.body())
                .isBetween(200, 299);
        if (keyed) {
            refuseReplay(
                    operation, owner, ids, another -> operation.send(another.with("Idempotency-Key", key), ids, body));
        }
    }

    /** Somebody sends what the owner sent, under the same key. */
    private void refuseReplay(
            Documented operation, Somebody owner, Ids ids, Function<ApiClient, ApiClient.Answer> again) {
        var answer = again.apply(api(neighbour.account()));
        assertThat(answer.header("Idempotent-Replayed"))
                .as(operation + " under another's key")
                .isEmpty();
        var theirs = new HashSet<>(rows.ids(owner.id()));
        theirs.removeAll(ids.all().values());
        theirs.removeAll(rows.texts("SELECT client_id::text FROM clients"));
        theirs.removeAll(rows.ids(neighbour.id()));
        assertThat(answer.body()).as(operation + " under another's key").doesNotContain(theirs);
    }

    private Ids belongingsFor(Documented operation, Somebody somebody) {
        somebody.belongings().prepare(operation);
        return operation.ids(place -> somebody.belongings().one(Belongings.kindAt(place), operation));
    }

    /** What strangers put beside another's id; theirs, where there is nothing beside it. */
    private Map<Somebody, Ids> belongingsOfStrangers(Documented operation, Ids theirs) {
        var isAlone = placesOfPersons(operation).isEmpty() || theirs.all().size() == 1;
        return strangers.stream()
                .collect(Collectors.toMap(
                        stranger -> stranger, stranger -> isAlone ? theirs : belongingsFor(operation, stranger)));
    }

    private static List<Place> placesOfPersons(Documented operation) {
        return operation.places().stream()
                .filter(place -> Belongings.isPersonal(Belongings.kindAt(place)))
                .toList();
    }

    private static void ownEverything(Somebody owner) {
        closedOperations()
                .flatMap(operation -> placesOfPersons(operation).stream())
                .map(Belongings::kindAt)
                .distinct()
                .forEach(kind -> owner.belongings()
                        .one(kind, closedOperations().findFirst().orElseThrow()));
        owner.api().post("/api/time-entries/start", "{\"description\": \"" + Belongings.MARK + "\"}");
    }

    /** What it says to strangers, one of each role. */
    private List<String> shapes(Documented list, String query) {
        return strangers.stream()
                .map(stranger -> {
                    var answer = stranger.api().get(list.path() + query);
                    assertTellsNothing(answer);
                    return shape(answer, Ids.NONE);
                })
                .toList();
    }

    private List<String> rows(Somebody owner) {
        return rows.of(Stream.concat(Stream.of(owner), strangers.stream())
                .map(Somebody::id)
                .toArray(UUID[]::new));
    }

    /** The place in the owner's own list at which another's would go on. */
    private String cursor(Documented operation, Somebody owner) {
        if (!operation.takesHeader("cursor")) {
            return "";
        }
        var next = owner.api().get(operation.path() + "?limit=1").text("/next_cursor");
        return "?limit=100&cursor=" + (next.isEmpty() ? owner.id() : next);
    }

    private Somebody somebody(Role role) {
        var account = newPerson(role);
        var belongings = new Belongings(
                account.person(),
                () -> api(account),
                () -> administrator.api(),
                new StoredProposals(server, database()),
                this::newPerson,
                mailFolder(account),
                new AskedCalls(server));
        return new Somebody(account, api(account), belongings);
    }

    /** A token that has every scope but one. The store holds no token without any scope. */
    private String tokenWithout(String lacking, Somebody somebody) {
        return programs.computeIfAbsent(lacking + " " + somebody.id(), any -> {
            var asked = new NewApiToken("Program", EnumSet.complementOf(of(lacking)), null);
            return tokens.make(asked, somebody.account().person()).secret().value();
        });
    }

    private static EnumSet<Scope> of(String key) {
        return Scope.ofKey(key).map(EnumSet::of).orElseGet(() -> EnumSet.noneOf(Scope.class));
    }

    /** The same body with names that nothing has yet. */
    private static JsonNode asNew(JsonNode body) {
        var changed = body.deepCopy().asObject();
        for (var name : List.of("name", "code", "number", "category")) {
            if (changed.has(name)) {
                changed.put(name, Belongings.unique(changed.path(name).asString()));
            }
        }
        return changed;
    }

    /** All of an answer that could tell one thing from another: not the request's id, the time, and what was asked for. */
    private static String shape(ApiClient.Answer answer, Ids asked) {
        var body = answer.body()
                .replaceAll("\"request_id\":\"[^\"]*\"", "")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "");
        for (var id : asked.all().values()) {
            body = body.replace(id, "ID");
        }
        return answer.status() + " " + headers(answer) + " " + body;
    }

    /** The names of an answer's headers, but for the one with which HTTP ends a connection after a hundred requests. */
    private static List<String> headers(ApiClient.Answer answer) {
        return answer.headers().map().keySet().stream()
                .filter(name -> !name.equalsIgnoreCase("connection"))
                .sorted()
                .toList();
    }

    private static void assertTellsNothing(ApiClient.Answer answer) {
        assertThat(answer.status()).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.body()).doesNotContain(OF_THE_SERVER);
        }
        assertThat(answer.body()).doesNotContain(Belongings.MARK);
    }
}
