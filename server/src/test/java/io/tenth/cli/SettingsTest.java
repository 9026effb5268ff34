package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Path PAGE = Path.of("..", "docs", "operate", "settings.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE);

    @Test
    void handsTheServerWhatItReads() {
        var settings =
                Settings.of(Map.of("API_PORT", "9090", "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "5", "LOG_LEVEL", "debug"));

        assertThat(settings.properties())
                .containsEntry("server.port", "9090")
                .containsEntry("tenth.identity.access-token-life", "5m")
                .containsEntry("logging.level.io.tenth", "DEBUG");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    API_PORT            | 70000   | API_PORT is a whole number from 0 to 65535.
                    API_PORT            | eighty  | API_PORT is a whole number from 0 to 65535.
                    DATABASE_POOL_SIZE  | 1       | DATABASE_POOL_SIZE is a whole number from 2 to 500.
                    RATE_LIMIT_READ     | 0/min   | RATE_LIMIT_READ is a number of requests a minute such as 100/min, or off.
                    RATE_LIMIT_AUTH     | 5/day   | RATE_LIMIT_AUTH is a number of requests a minute such as 100/min, or off.
                    REDIS_URL           | cache   | REDIS_URL is an address such as redis://:password@host:6379, or rediss:// for TLS.
                    CORS_ORIGINS        | *       | CORS_ORIGINS is origins such as https://app.firm.example, separated by commas.
                    TRUSTED_PROXIES     | proxy   | TRUSTED_PROXIES is addresses, separated by commas.
                    OPENAI_BASE_URL     | models  | OPENAI_BASE_URL is an address such as https://api.openai.com/v1.
                    OPENAI_API_KEY      | a b     | OPENAI_API_KEY is visible ASCII characters, at most 500.
                    TLS_CERTIFICATE     | /none   | TLS_CERTIFICATE is the path of a file that the server can read.
                    TLS_KEY             | /       | TLS_KEY is the path of a file that the server can read.
                    PUBLIC_URL          | x.example | PUBLIC_URL is an address such as https://time.firm.example, without a path.
                    PUBLIC_URL          | https://u:p@x.example | PUBLIC_URL is an address such as https://time.firm.example, without a path.
                    PUBLIC_URL          | https://x.example/y | PUBLIC_URL is an address such as https://time.firm.example, without a path.
                    LOG_LEVEL           | LOUD    | LOG_LEVEL is one of TRACE, DEBUG, INFO, WARN, ERROR.
                    """)
    void saysWhichValueIsImpossibleAndWhatIsExpected(String name, String value, String sentence) {
        assertThatExceptionOfType(SettingRefusedException.class)
                .isThrownBy(() -> Settings.of(Map.of(name, value)))
                .withMessage(sentence);
    }

    /** A program sends it back as its library writes addresses, and it is compared to the letter. */
    @ParameterizedTest
    @CsvSource({
        "https://Time.Firm.example, https://time.firm.example",
        "HTTPS://time.firm.example:443/, https://time.firm.example",
        "http://time.firm.example:80, http://time.firm.example",
        "https://time.firm.example:8443, https://time.firm.example:8443",
        "http://[::1]:8080/, http://[::1]:8080"
    })
    void writesTheAddressAsBrowsersDo(String value, String read) {
        assertThat(Settings.of(Map.of("PUBLIC_URL", value)).properties()).containsEntry("tenth.post.public-url", read);
    }

    @Test
    void trustsTheProxiesThatAreNamedAndNoneThatLooksLikeThem() {
        assertThat(Settings.of(Map.of("TRUSTED_PROXIES", "10.0.0.5, ::1")).properties())
                .containsEntry("server.tomcat.remoteip.internal-proxies", "10\\.0\\.0\\.5|::1");
    }

    @Test
    void refusesAShortKeyWithoutRepeatingIt() {
        assertThatExceptionOfType(SettingRefusedException.class)
                .isThrownBy(() -> Settings.of(Map.of("JWT_SECRET_KEY", "hunter2")))
                .withMessageStartingWith("JWT_SECRET_KEY is at least 32 bytes long")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void refusesAVariableOfOursThatDoesNotExist() {
        assertThatExceptionOfType(SettingRefusedException.class)
                .isThrownBy(() -> Settings.of(Map.of("TENTH_HOM", "/srv/tenth")))
                .withMessageContaining("There is no setting TENTH_HOM");
    }

    @Test
    void tellsWhichSettingsNothingReadsYet() {
        assertThat(Settings.of(Map.of("SENTRY_DSN", "x", "API_PORT", "9090")).unused())
                .containsExactly(Setting.SENTRY_DSN);
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(Settings.of(Map.of("API_PORT", " ")).properties()).isEmpty();
    }

    @Test
    void areAllOnThePageAndThePageHasNoOthers() throws IOException {
        var onThePage = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(SettingsTest::name);

        assertThat(onThePage)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Setting.values()).map(Setting::name).toList());
    }

    private static String name(String row) {
        return row.replaceAll("[^A-Z_]", "");
    }
}
