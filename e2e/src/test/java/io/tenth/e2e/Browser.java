package io.tenth.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Chromium without a window, which keeps everything that a page complains of. */
final class Browser implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String REPORT_VIOLATIONS = """
            window.addEventListener('securitypolicyviolation', event =>
                console.error('content security policy: ' + event.violatedDirective + ' ' + event.blockedURI));
            """;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts it. Where no Chromium is installed the test is skipped, and says so. */
    static Browser start() {
        var program = installed();
        Assumptions.assumeTrue(
                program.isPresent(),
                "no Chromium on this machine: install the package chromium, or set CHROMIUM to its path");
        var playwright = Playwright.create();
        var options =
                new BrowserType.LaunchOptions().setExecutablePath(program.get()).setArgs(OPTIONS);
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** A page of a person of its own: no cookie is shared with another. */
    Page newPerson() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setTimezoneId("UTC"));
        context.addInitScript(REPORT_VIOLATIONS);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Errors on the console, uncaught exceptions, and violations of the content security policy, of all pages. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> path != null)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
