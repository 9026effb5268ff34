package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every page. */
class FrameTest extends ServerTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/time",
            "/review",
            "/mail",
            "/clients",
            "/people",
            "/chat",
            "/settings/assistant",
            "/nowhere",
            "/review?state=accepted");
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\ssrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");

    @Test
    void noPageHoldsAnInlineScriptOrStyle() {
        var browser = browser(newPerson(Role.ADMIN));

        assertThat(PAGES)
                .allSatisfy(page ->
                        assertThat(browser.get(page).body()).contains("<main").doesNotContainPattern(INLINE));
        assertThat(browser().get("/sign-in").body()).contains("<main").doesNotContainPattern(INLINE);
    }

    @Test
    void servesEveryAssetThatAPageNamesForGood() {
        var browser = browser(newPerson());
        var assets = List.of("/review", "/mail").stream()
                .flatMap(page -> ASSET.matcher(browser.get(page).body()).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(assets).anyMatch(asset -> asset.startsWith("/assets/htmx-")).hasSizeGreaterThan(5);
        assertThat(assets).allSatisfy(asset -> {
            var answer = browser().get(asset);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("immutable"));
        });
    }

    @Test
    void servesNothingElseOutOfTheJars() {
        var browser = browser(newPerson());

        assertThat(browser.get("/webjars/htmx.org/2.0.10/dist/htmx.js").status())
                .isEqualTo(404);
        assertThat(browser.get("/assets/ext/debug.js").status()).isEqualTo(404);
        assertThat(browser.get("/assets/../application.yaml").status()).isNotEqualTo(200);
    }

    @Test
    void sendsWhoeverIsNotSignedInToTheSignIn() {
        assertThat(browser().get("/review").path()).isEqualTo("/sign-in");

        var part = browser().part("/review/count");
        assertThat(part.status()).isEqualTo(401);
        assertThat(part.response().headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    @Test
    void refusesAChangeWithoutTheTokenAgainstForgery() {
        var browser = browser(newPerson()).withoutToken();

        var answer = browser.post("/clients", Map.of("name", "Forged", "code", "FORGED"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("This page is out of date");
        assertThat(browser.get("/clients").body()).doesNotContain("Forged");
    }

    @Test
    void looksForNoTokenInAMultipartBody() {
        var browser = browser(newPerson());
        var token = Pattern.compile("csrf-token\" content=\"([^\"]+)")
                .matcher(browser.get("/mail").body());
        assertThat(token.find()).isTrue();
        var form = "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--edge--\r\n";

        assertThat(browser.withoutToken().multipart("/mail", "edge", form).status())
                .isEqualTo(403);
    }

    @Test
    void saysARefusalInPlaceWhenAScriptAsked() {
        var browser = browser(newPerson());
        browser.get("/review");

        var answer = browser.change("/review/acceptances", Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .startsWith("<!doctype html>")
                .contains("id=\"notice\"")
                .doesNotContain("<main");
        assertThat(answer.text()).contains("Select at least one proposal first.");
    }

    @Test
    void tellsOnAPageThatThereIsNothing() {
        Browser.Answer answer = browser(newPerson()).get("/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("There is nothing here").contains("Request");
    }
}
