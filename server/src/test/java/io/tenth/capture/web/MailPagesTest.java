package io.tenth.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.store.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class MailPagesTest extends ServerTest {

    private static final String MBOX = """
            From person@firm.example Tue Mar 10 17:45:00 2026
            From: person@firm.example
            To: imogen@achterberg.example
            Subject: Lease
            Message-ID: <lease@firm.example>
            Date: Tue, 10 Mar 2026 17:45:00 -0400

            I spent 1.5 hours today reviewing the lease.

            From person@firm.example Thu Jan  0 00:00:00 0000
            From: person@firm.example
            Date: never
            Subject: Undated

            Nobody knows when this was sent.
            """;

    @Autowired
    private ApplicationContext server;

    private Browser browser;

    @BeforeEach
    void openMail() {
        browser = browser(newPerson());
        browser.get("/mail");
    }

    @Test
    void readsAnUploadedMailboxAndTellsWhatItCouldNotRead() {
        var over = scanned(MBOX);

        assertThat(over.text())
                .contains("Messages read 2")
                .contains("New 1")
                .contains("Unreadable 1")
                .contains("1 could not be read")
                .contains("Date header");
        assertThat(over.body()).doesNotContain("hx-trigger=\"every");
        assertThat(browser.get("/mail").text()).contains("done 1 0 1");
    }

    @Test
    void proposesNothingTwiceForTheSameFile() {
        scanned(MBOX);

        assertThat(scanned(MBOX).text())
                .contains("Known already 1")
                .contains("Proposals found 0")
                .contains("nothing is proposed twice");
    }

    @Test
    void asksAgainWhileAScanGoesOnAndStopsItOnRequest() {
        var person = newPerson();
        var own = browser(person);
        var scan = "/mail/scans/"
                + new StoredProposals(server, database()).scan(person.person()).value();

        assertThat(own.get(scan).body()).contains("hx-trigger=\"every 500ms\"").contains("<progress");
        assertThat(own.post(scan + "/cancellation", Map.of()).text())
                .contains("Stopped")
                .doesNotContain("Stop reading");
        assertThat(own.post(scan + "/cancellation", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void readsAZipOfMail() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("../Sent.mbox"));
            zip.write(MBOX.getBytes(StandardCharsets.UTF_8));
        }

        var over = ended(started("mail.zip", packed.toByteArray()));

        assertThat(over.text())
                .contains("Messages read 2")
                .contains("New 1")
                .contains("../Sent.mbox, message 2 at byte");
    }

    @Test
    void refusesAFileThatIsNoMail() {
        var answer = browser.upload("notes.txt", "Dear diary".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("This is neither a mail message, nor an mbox file, nor a zip of them.");
        assertThat(browser.upload("empty.mbox", new byte[0]).body()).isEqualTo("The file is empty.");
        assertThat(browser.get("/mail").text()).contains("None yet");
    }

    @Test
    void takesNoFileMoreWhileTwentyScansWait() {
        var person = newPerson();
        var own = browser(person);
        own.get("/mail");
        var stored = new StoredProposals(server, database());
        var first = stored.scan(person.person());
        IntStream.range(1, 20).forEach(one -> stored.scan(person.person()));

        var refused = own.upload("sent.mbox", MBOX.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .isEqualTo("You have 20 scans that are not over. Wait for one of them, or cancel one.");
        var api = api(person).with("Content-Type", "application/mbox");
        var files = "/api/mailboxes/" + api.get("/api/mailboxes").text("/items/0/id") + "/files";
        assertThat(api.send("POST", files, BodyPublishers.ofString(MBOX)).status())
                .isEqualTo(429);
        assertThat(new Rows(database()).operations(person.id().value())).doesNotContain("upload.begun");

        own.post("/mail/scans/" + first.value() + "/cancellation", Map.of());
        assertThat(own.upload("sent.mbox", MBOX.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesAnUploadWithoutTheTokenAgainstForgery() {
        var answer = browser.withoutToken().upload("sent.mbox", MBOX.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(browser.get("/mail").text()).contains("None yet");
    }

    @Test
    void showsNobodyAnotherPersonsScan() {
        var scan = started(MBOX);

        assertThat(browser(newPerson()).get(scan).status()).isEqualTo(404);
    }

    private Browser.Answer scanned(String mbox) {
        return ended(started(mbox));
    }

    private Browser.Answer ended(String scan) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> browser.part(scan + "/progress"),
                        answer -> answer.body().contains("data-state=\"done\""));
    }

    private String started(String mbox) {
        return started("sent & more.mbox", mbox.getBytes(StandardCharsets.UTF_8));
    }

    private String started(String name, byte[] content) {
        var answer = browser.upload(name, content);
        assertThat(answer.status()).isEqualTo(201);
        return answer.response().headers().firstValue("Location").orElseThrow();
    }
}
