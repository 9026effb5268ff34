package io.tenth.task.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ApiClient.Answer;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists of tasks: what they hold, in which order, page by page, and what nobody can make them do. */
class TaskListTest extends ServerTest {

    private static final String CHARLIE =
            "{\"title\": \"charlie\", \"status\": \"archived\", \"priority\": \"high\", \"due_date\": \"2026-04-03\"}";

    private Account account;
    private ApiClient api;

    @BeforeEach
    void addFourTasksADayApart() {
        account = newPerson();
        add("2026-03-01", """
                {"title": "beta lease", "status": "todo", "priority": "low", "due_date": "2026-04-02",
                 "tags": ["Pier 9", "lease"]}
                """);
        add("2026-03-02", """
                {"title": "Alpha brief", "status": "in_progress", "priority": "urgent", "tags": ["Court"]}
                """);
        add("2026-03-03", """
                {"title": "Delta brief about the lease", "status": "done", "due_date": "2026-04-01",
                 "tags": ["court", "lease"]}
                """);
        add("2026-03-04", CHARLIE);
    }

    @Test
    void listsTheNewestFirst() {
        assertThat(titles("")).containsExactly("charlie", "Delta brief about the lease", "Alpha brief", "beta lease");
    }

    @Test
    void filtersByStatusAndPriority() {
        assertThat(titles("?status=todo")).containsExactly("beta lease");
        assertThat(titles("?status=todo&status=in_progress")).containsExactly("Alpha brief", "beta lease");
        assertThat(titles("?status=todo,in_progress&priority=urgent")).containsExactly("Alpha brief");
    }

    @Test
    void filtersByAllTagsWithoutRegardToCase() {
        assertThat(titles("?tag=LEASE")).containsExactly("Delta brief about the lease", "beta lease");
        assertThat(titles("?tag=lease&tag=court")).containsExactly("Delta brief about the lease");
        assertThat(titles("?tag=pier%209")).containsExactly("beta lease");
        assertThat(titles("?tag=leas")).isEmpty();
    }

    @Test
    void filtersByTheDaysOnWhichTasksAreDueBothIncluded() {
        assertThat(titles("?due_from=2026-04-02")).containsExactly("charlie", "beta lease");
        assertThat(titles("?due_to=2026-04-02")).containsExactly("Delta brief about the lease", "beta lease");
        assertThat(titles("?due_from=2026-04-02&due_to=2026-04-02")).containsExactly("beta lease");
        assertThat(titles("?due_from=1900-01-01&due_to=2999-12-31")).hasSize(3);
    }

    @Test
    void sortsByEachField() {
        assertThat(initials("created_at")).isEqualTo("bADc");
        assertThat(initials("title")).isEqualTo("AbcD");
        assertThat(initials("-title")).isEqualTo("DcbA");
        assertThat(initials("due_date")).isEqualTo("DbcA");
        assertThat(initials("-due_date")).isEqualTo("AcbD");
        assertThat(initials("-priority")).isEqualTo("AcDb");
        goTo("2026-05-01");
        api.patch("/api/tasks/" + api.get("/api/tasks?q=alpha").text("/items/0/id"), "{\"priority\": \"low\"}");
        assertThat(initials("-updated_at")).startsWith("A");
        assertThat(initials("priority")).isEqualTo("bADc");
    }

    @Test
    void findsWordsAndRanksThoseOfTheTitleFirst() {
        api.post("/api/tasks", "{\"title\": \"Errand\", \"description\": \"Fetch the LEASE, the signed one\"}");

        assertThat(titles("?q=lease")).hasSize(3).endsWith("Errand");
        assertThat(titles("?q=lease+brief")).containsExactly("Delta brief about the lease");
        assertThat(titles("?q=%22brief+about%22")).containsExactly("Delta brief about the lease");
        assertThat(titles("?q=brief+-lease")).containsExactly("Alpha brief");
        assertThat(titles("?q=charlie+or+alpha&sort=title")).containsExactly("Alpha brief", "charlie");
        assertThat(titles("?q=nothing")).isEmpty();
        assertThat(titles("?q=")).hasSize(5);
    }

    @Test
    void findsWordsByTheirBeginning() {
        assertThat(titles("?q=lea")).containsExactlyInAnyOrder("beta lease", "Delta brief about the lease");
        assertThat(titles("?q=bri+lea")).containsExactly("Delta brief about the lease");
        assertThat(titles("?q=ease")).isEmpty();
        assertThat(titles("?q=%22lea%22")).as("in quotes it is the word itself").isEmpty();
        assertThat(titles("?q=brief+-lea"))
                .as("a word is left out where it is the word itself")
                .hasSize(2);
        add("2026-03-05", "{\"title\": \"Leasehold\"}");
        add("2026-03-06", "{\"title\": \"The leaseholds of all, and a lease\"}");
        assertThat(titles("?q=leasehold")).as("the whole word first").startsWith("Leasehold");
        assertThat(titles("?q=lease")).hasSize(4).doesNotHaveDuplicates();
        assertThat(titles("?q=lease").getLast())
                .as("what only begins with it last")
                .isEqualTo("Leasehold");
    }

    @Test
    void findsWordsWithAndWithoutTheirAccents() {
        add("2026-03-05", "{\"title\": \"Résumé of the Weißenfels naïve Ærø Łódź file\"}");
        add("2026-03-06", "{\"title\": \"Resume the work\"}");
        for (var words : List.of("resume", "RÉSUMÉ", "re\u0301sume\u0301", "résum")) {
            assertThat(titles("?q=" + encodedForUrl(words))).as(words).hasSize(2);
        }
        for (var words :
                List.of("weissenfels", "Weißenfels", "naive", "aero", "ærø", "lodz", "ŁÓDŹ", "\"naïve aero\"")) {
            assertThat(titles("?q=" + encodedForUrl(words))).as(words).hasSize(1);
        }
    }

    @Test
    void findsTheWordsThatASignJoins() {
        add("2026-03-05", "{\"title\": \"Smith-Jones: lease/amendment v2.final, ada@firm.example; o'brien_notes\"}");
        for (var words : List.of(
                "jones",
                "amendment",
                "final",
                "firm",
                "brien",
                "notes",
                "smith-jones",
                "Smith-Jon",
                "smith jones",
                "lease/amendment",
                "v2.final",
                "ada@firm.example",
                "o'brien",
                "\"jones lease\"")) {
            assertThat(titles("?q=" + encodedForUrl(words))).as(words).hasSize(1);
        }
        assertThat(titles("?q=jones-smith")).isEmpty();
        assertThat(titles("?q=lease+-smith-jones")).hasSize(2);
    }

    @Test
    void findsTheNewWordsOfATaskAndNotItsOldOnes() {
        var task = "/api/tasks/" + api.get("/api/tasks?q=charlie").text("/items/0/id");

        api.patch(task, "{\"title\": \"Überprüfung der Akte\"}");

        assertThat(titles("?q=%C3%BCberpr%C3%BCfung")).containsExactly("Überprüfung der Akte");
        assertThat(titles("?q=charlie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=created_at",
                "sort=-created_at",
                "sort=updated_at",
                "sort=due_date",
                "sort=-due_date",
                "sort=priority",
                "sort=-priority",
                "sort=title",
                "sort=-title",
                "q=brief+or+lease+or+charlie"
            })
    void showsEachTaskOnceFromPageToPage(String order) {
        add("2026-03-04", CHARLIE);
        add("2026-03-04", CHARLIE.replace("\"2026-04-03\"", "null"));
        var whole = ids(api.get("/api/tasks?" + order));

        var paged = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get("/api/tasks?limit=1&" + order + cursor);
            assertThat(page.status()).isEqualTo(200);
            paged.addAll(ids(page));
            cursor = page.json().at("/next_cursor").isNull() ? "" : "&cursor=" + page.text("/next_cursor");
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(whole).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void staysInPlaceWhileTasksComeAndGo() {
        var first = api.get("/api/tasks?limit=2");
        api.delete("/api/tasks/" + ids(first).getLast());
        add("2026-03-05", "{\"title\": \"newcomer\"}");

        var second = api.get("/api/tasks?limit=2&cursor=" + first.text("/next_cursor"));

        assertThat(titles(second)).containsExactly("Alpha brief", "beta lease");
        assertThat(second.json().at("/next_cursor").isNull()).isTrue();
    }

    @Test
    void refusesACursorOfAnotherList() {
        var cursor = api.get("/api/tasks?limit=1&sort=title").text("/next_cursor");

        for (var other : List.of("", "&sort=-title", "&sort=title&status=todo", "&sort=title&q=lease")) {
            assertRefused("?cursor=" + cursor + other);
        }
        assertThat(api.get("/api/tasks?limit=3&sort=title&cursor=" + cursor).status())
                .isEqualTo(200);
    }

    @Test
    void refusesACursorThatSomebodyMade() {
        for (var sort : List.of("created_at", "due_date", "priority", "title", "relevance")) {
            var list = "?limit=1&q=brief+or+lease&sort=" + sort;
            var given = new String(
                    Base64.getUrlDecoder().decode(api.get("/api/tasks" + list).text("/next_cursor")),
                    StandardCharsets.UTF_8);
            var mark = given.substring(0, given.indexOf('_'));
            for (var place : List.of(
                    "",
                    "_",
                    "_x_y",
                    "_" + UUID.randomUUID() + "_\0",
                    "_" + UUID.randomUUID() + "' OR 1=1--_2026-03-01",
                    "_" + UUID.randomUUID())) {
                assertRefused(list + "&cursor=" + encoded(mark + place));
            }
        }
        assertRefused("?cursor=%00");
        assertRefused("?cursor=!!!");
        assertRefused("?cursor=" + "A".repeat(3000));
        assertRefused("?sort=created_at&cursor=" + encoded("0_" + UUID.randomUUID() + "_+1000000000-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=101",
                "limit=1000000000",
                "limit=99999999999999999999",
                "limit=1e9",
                "limit=x",
                "status=closed",
                "status=TODO",
                "priority=High",
                "priority=1",
                "sort=-relevance",
                "sort=relevance",
                "sort=user_id",
                "sort=",
                "due_from=yesterday",
                "due_from=2026-02-30",
                "due_from=%2B999999999-01-01",
                "due_to=-0044-03-15",
                "due_from=2026-04-02&due_to=2026-04-01",
                "tag=%00",
                "q=%00"
            })
    void refusesAListThatCannotBe(String query) {
        assertRefused("?" + query);
    }

    @Test
    void namesTheParameterThatIsWrongWithoutItsValue() {
        var refused = api.get("/api/tasks?due_from=xyzzy&limit=plugh");

        assertThat(refused.json().at("/error/details").propertyNames()).contains("due_from", "limit");
        assertThat(refused.body()).doesNotContain("xyzzy", "plugh");
    }

    @Test
    void takesWhatLooksLikeSqlForAValue() {
        var before = new Rows(database()).of(account.id().value());
        for (var attack : List.of(
                "'",
                "\\",
                "' OR '1'='1",
                "'; DROP TABLE tasks; --",
                "x') OR 1=1 OR websearch_to_tsquery('simple', 'x",
                "{lease,\"court\"}",
                "created_at; SELECT pg_sleep(20)",
                "(SELECT password_hash FROM users)",
                ":user",
                "?",
                "$1",
                "%27%20UNION%20SELECT")) {
            var value = URLEncoder.encode(attack, StandardCharsets.UTF_8);
            assertThat(titles("?q=" + value)).as(attack).isEmpty();
            assertThat(titles("?tag=" + value)).as(attack).isEmpty();
            for (var name : List.of("sort", "status", "priority", "due_from", "due_to", "limit", "cursor")) {
                assertRefused("?" + name + "=" + value);
            }
        }
        assertThat(new Rows(database()).of(account.id().value())).isEqualTo(before);
    }

    @Test
    void keepsWhatLooksLikeSqlAsItWasWritten() {
        var title = "Robert'); DELETE FROM tasks; -- :id ? $1";

        add("2026-03-06", "{\"title\": \"" + title + "\", \"tags\": [\"'{}\\\\\"]}");

        assertThat(titles("?q=robert")).containsExactly(title);
        assertThat(titles("?tag=" + encodedForUrl("'{}\\"))).containsExactly(title);
        assertThat(titles("")).hasSize(5);
    }

    @Test
    void answersSearchesThatWouldChokeAParser() {
        for (var search : List.of(
                "(".repeat(200),
                "\"".repeat(199),
                "-".repeat(200),
                "- ".repeat(99) + "a",
                "-(\"\"".repeat(50),
                "a or ".repeat(40).strip(),
                "!&|<->:*",
                "-a ".repeat(60).strip(),
                "\u202e\u200d\uD83D\uDE00".repeat(40),
                "\ufdfa\ufdfb \u0149a \u0903 \u00bd \u2167 \uff06x\uff07",
                "\"or\" or or \"\" -or",
                "a'b\\c:*d")) {
            assertThat(api.get("/api/tasks?q=" + encodedForUrl(search)).status())
                    .as(search)
                    .isEqualTo(200);
        }
        assertRefused("?q=" + "a".repeat(201));
        assertRefused("?" + "tag=a&".repeat(21));
    }

    @Test
    void readsNoMoreThanAPageOfALongList() {
        new Rows(database()).update("""
                INSERT INTO tasks (user_id, task_id, title, status, priority, created_at, updated_at)
                SELECT ?, gen_random_uuid(), 'Filler', 'todo', 'low', now(), now() FROM generate_series(1, 1000)
                """, account.id().value());

        for (var list : List.of("?limit=100", "?limit=100&q=filler", "?limit=100&sort=title")) {
            assertThat(titles(list)).as(list).hasSize(100);
        }
        assertThat(titles("")).hasSize(50);
    }

    private void add(String day, String json) {
        goTo(day);
        assertThat(api.post("/api/tasks", json).status()).isEqualTo(201);
    }

    /** Lets the server believe that it is another day, and signs in on it. */
    private void goTo(String day) {
        clock().set(Instant.parse(day + "T12:00:00Z"));
        api = api(account);
    }

    private void assertRefused(String query) {
        var refused = api.get("/api/tasks" + query);
        assertThat(refused.status()).as(query).isEqualTo(422);
        assertThat(refused.text("/error/code")).isEqualTo("VALIDATION_ERROR");
    }

    private List<String> titles(String query) {
        return titles(api.get("/api/tasks" + query));
    }

    private static List<String> titles(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return texts(page.json(), "/title");
    }

    private static List<String> ids(Answer page) {
        return texts(page.json(), "/id");
    }

    private static List<String> texts(JsonNode page, String field) {
        var texts = new ArrayList<String>();
        page.at("/items").forEach(item -> texts.add(item.at(field).asString()));
        return texts;
    }

    /** The first letters of the titles, in their order. */
    private String initials(String sort) {
        var initials = new StringBuilder();
        titles("?sort=" + sort).forEach(title -> initials.append(title.charAt(0)));
        return initials.toString();
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private static String encodedForUrl(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
