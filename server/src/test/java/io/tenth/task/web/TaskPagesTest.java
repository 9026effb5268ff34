package io.tenth.task.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskPagesTest extends ServerTest {

    private Account account;
    private Browser browser;

    @BeforeEach
    void openTheList() {
        account = newPerson();
        browser = browser(account);
        browser.get("/tasks");
    }

    @Test
    void addsATaskAndShowsIt() {
        var page = browser.post(
                "/tasks",
                Map.of(
                        "title", "Draft <the> lease",
                        "due", "2020-02-03",
                        "priority", "urgent",
                        "tags", "lease, Pier 9",
                        "estimate", "2,5"));

        assertThat(page.path()).isEqualTo("/tasks");
        assertThat(page.text())
                .contains(
                        "Draft &lt;the&gt; lease", "due Mon 3 Feb 2020", "late", "urgent", "0.00 of 2.50 h", "Pier 9");
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() {
        var page = browser.post("/tasks", Map.of("title", "Draft & seal", "estimate", "soon"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("The estimate is a number of hours");
        assertThat(page.body()).contains("value=\"Draft &amp; seal\"");
    }

    @Test
    void showsWhatIsOpenUntilSomethingElseIsAskedFor() {
        var id = add("Closing binder");

        var moved = browser.change("/tasks/" + id + "/status", Map.of("status", "done"));

        assertThat(moved.body()).contains("id=\"task-" + id + "\"", "data-status=\"done\"");
        assertThat(browser.get("/tasks").text()).doesNotContain("Closing binder");
        assertThat(browser.get("/tasks?status=done").text()).contains("Closing binder");
        assertThat(browser.get("/tasks?status=all&q=binder").text()).contains("Closing binder");
        assertThat(browser.get("/tasks?status=all&q=lease").text()).contains("No task is like that");
    }

    @Test
    void editsATaskInItsPlace() {
        var id = add("Closing binder");
        assertThat(browser.part("/tasks/" + id + "/form").body()).contains("value=\"Closing binder\"");

        var edited = browser.change("/tasks/" + id, Map.of("title", "Closing set", "version", "\"1\""));

        assertThat(edited.text()).contains("Closing set");
        assertThat(browser.part("/tasks/" + id + "/line").text()).contains("Closing set");
    }

    @Test
    void refusesAnEditOfATaskThatHasMovedOn() {
        var id = add("Closing binder");
        api(account).patch("/api/tasks/" + id, "{\"title\": \"Changed elsewhere\"}");

        var refused = browser.change("/tasks/" + id, Map.of("title", "Mine", "version", "\"1\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("changed in the meantime");
        assertThat(api(account).get("/api/tasks/" + id).text("/title")).isEqualTo("Changed elsewhere");
    }

    @Test
    void deletesATask() {
        var id = add("Closing binder");

        var deleted = browser.delete("/tasks/" + id);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        assertThat(browser.get("/tasks").text()).contains("Nothing is to be done");
    }

    @Test
    void hidesTheTasksOfOthers() {
        var id = add("Closing binder");
        var stranger = browser(newPerson());
        stranger.get("/tasks");

        assertThat(stranger.part("/tasks/" + id + "/line").status()).isEqualTo(404);
        assertThat(stranger.part("/tasks/" + id + "/form").status()).isEqualTo(404);
        assertThat(stranger.change("/tasks/" + id, Map.of("title", "x")).status())
                .isEqualTo(404);
        assertThat(stranger.change("/tasks/" + id + "/status", Map.of("status", "done"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.delete("/tasks/" + id).status()).isEqualTo(404);
        assertThat(browser.get("/tasks").text()).contains("Closing binder");
    }

    @Test
    void leadsToTheNextPageWithTheSameFilter() {
        for (var number = 0; number < 101; number++) {
            add("Filing " + number);
        }

        var first = browser.get("/tasks?q=filing&sort=title");

        var next = first.body().replaceAll("(?s).*<a [^>]*rel=\"next\"[^>]*href=\"([^\"]+)\".*", "$1");
        assertThat(next).contains("q=filing", "sort=title");
        assertThat(browser.get(next.replace("&amp;", "&")).body().split("class=\"task\"", -1))
                .hasSize(2);
    }

    private String add(String title) {
        return api(account).post("/api/tasks", "{\"title\": \"" + title + "\"}").text("/id");
    }
}
