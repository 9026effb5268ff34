package io.tenth.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path that the product is for, walked in a browser from the first link to the totals. */
class WholePathTest {

    private static final int MESSAGES = 60;
    private static final int PROPOSALS = Mailbox.entriesIn(MESSAGES);

    @TempDir
    private Path home;

    @TempDir
    private Path files;

    @Test
    void leadsFromAMailboxFileToTheTotals() throws Exception {
        var mbox = Mailbox.write(files.resolve("sent.mbox"), MESSAGES);
        try (var server = RunningServer.start(home);
                var browser = Browser.start()) {
            var page = browser.newPerson();
            join(page, server.firstLink(), "owner@firm.example");

            upload(page, mbox);
            assertThat(page.locator("#proposals-found")).hasText(Integer.toString(PROPOSALS));
            page.locator("#to-review").click();

            reviewByMouseAndKeys(page);
            approvedTimeIsInTheWeekAndTheTotals(page);

            upload(page, mbox);
            assertThat(page.locator("#proposals-found")).hasText("0");
            assertThat(page.locator("main")).containsText("nothing is proposed twice");

            aColleagueSeesNothingOfIt(page, browser);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void join(Page page, String link, String email) {
        page.navigate(link);
        page.getByLabel("Full name").fill("The Owner of " + email);
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(FirstAccount.PASSWORD);
        button(page.locator("main"), "Make the account").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview")))
                .isVisible();
    }

    private static void upload(Page page, Path mbox) {
        place(page, "Mail");
        page.getByLabel("Mail files").setInputFiles(mbox);
        button(page.locator("main"), "Upload and read").click();
        assertThat(page).hasURL(Pattern.compile(".*/mail/scans/.*"));
        assertThat(page.locator("#scan[data-state=done]")).isVisible();
    }

    private static void reviewByMouseAndKeys(Page page) {
        var open = page.locator(".proposal[data-state=proposed]");
        assertThat(open).hasCount(PROPOSALS);
        assertThat(open.first().locator("mark").first()).containsText("5 hours");

        page.keyboard().press("a");
        assertThat(open).hasCount(PROPOSALS - 1);
        page.keyboard().press("u");
        assertThat(open).hasCount(PROPOSALS);

        button(open.first(), "Reject").click();
        assertThat(open).hasCount(PROPOSALS - 1);

        button(open.first(), "Edit").click();
        page.getByLabel("Hours", new Page.GetByLabelOptions().setExact(true)).fill("1h30");
        page.keyboard().press("Enter");
        assertThat(open.first().locator(".sum .hours")).hasText("1.50");

        open.first().locator("input[name=ids]").check();
        open.nth(1).locator("input[name=ids]").check();
        page.keyboard().press("Shift+A");
        assertThat(open).hasCount(PROPOSALS - 3);
        assertThat(page.locator("#review-count")).containsText(Integer.toString(PROPOSALS - 3));
    }

    private static void approvedTimeIsInTheWeekAndTheTotals(Page page) {
        place(page, "Review");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Approved"))
                .click();
        assertThat(page.locator(".proposal[data-state=accepted]")).hasCount(2);

        page.navigate(page.url().replaceAll("/review.*", "/time?week=" + Mailbox.DAY));
        assertThat(page.locator("table.entries tbody tr")).hasCount(2);
        assertThat(page.locator("table.entries a.from-mail")).hasCount(2);
        var week = page.locator("#week-total").innerText();

        page.navigate(page.url().replaceAll("/time.*", "/?day=" + Mailbox.DAY));
        assertThat(page.locator(".totals .sum .hours").first()).hasText(week);
    }

    private static void aColleagueSeesNothingOfIt(Page administrator, Browser browser) {
        administrator.navigate(administrator.url().replaceAll("/mail.*", "/people"));
        button(administrator.locator("main"), "Make a link").click();
        var link = administrator.locator("#invitation-link").inputValue();

        var colleague = browser.newPerson();
        join(colleague, link, "colleague@firm.example");
        place(colleague, "Review");
        assertThat(colleague.locator(".proposal")).hasCount(0);
        place(colleague, "Mail");
        assertThat(colleague.locator("table.list tbody tr")).hasCount(0);
        colleague.navigate(colleague.url().replaceAll("/mail.*", "/time?week=" + Mailbox.DAY));
        assertThat(colleague.locator("table.entries tbody tr")).hasCount(0);
    }

    private static void place(Page page, String name) {
        page.locator("nav.places")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
