package io.tenth.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operator may set, each by the environment variable of its name. docs/operate/settings.md explains them. */
enum Setting {
    TENTH_HOME("tenth.store.home", Form.TEXT),
    DATABASE_URL("tenth.store.url", Form.TEXT),
    DATABASE_OWNER_URL("tenth.store.owner-url", Form.TEXT),
    DATABASE_POOL_SIZE("tenth.store.pool-size", Form.number(2, 500)),
    API_HOST("server.address", Form.TEXT),
    API_PORT("server.port", Form.number(0, 65_535)),
    JWT_SECRET_KEY("tenth.identity.jwt-secret-key", Form.secret(32)),
    JWT_ACCESS_TOKEN_EXPIRE_MINUTES(
            "tenth.identity.access-token-life", Form.number(1, 1_440).then(text -> text + "m")),
    JWT_SECRET_KEYS_OLD("tenth.identity.jwt-secret-keys-old", Form.secrets(32)),
    JWT_REFRESH_TOKEN_EXPIRE_DAYS(
            "tenth.identity.refresh-token-life", Form.number(1, 90).then(text -> text + "d")),
    REGISTRATION(
            "tenth.identity.open-registration",
            Form.oneOf("OPEN", "CLOSED").then(word -> Boolean.toString(word.equals("OPEN")))),
    PUBLIC_URL("tenth.post.public-url", Form.ORIGIN),
    SMTP_HOST("tenth.post.host", Form.TEXT),
    SMTP_PORT("tenth.post.port", Form.number(1, 65_535)),
    SMTP_SECURITY("tenth.post.security", Form.oneOf("STARTTLS", "TLS", "NONE")),
    SMTP_USER("tenth.post.user", Form.TEXT),
    SMTP_PASSWORD("tenth.post.password", Form.TEXT),
    SMTP_FROM("tenth.post.from", Form.TEXT),
    RATE_LIMIT_AUTH("tenth.requests.auth", Form.LIMIT),
    RATE_LIMIT_READ("tenth.requests.read", Form.LIMIT),
    RATE_LIMIT_WRITE("tenth.requests.write", Form.LIMIT),
    REDIS_URL(
            "tenth.requests.redis-url",
            Form.matching("an address such as redis://:password@host:6379, or rediss:// for TLS", "rediss?://\\S+")),
    CORS_ORIGINS(
            "tenth.web.cors-origins",
            Form.listOf("origins such as https://app.firm.example, separated by commas", "https?://[^\\s/*?#@]+")),
    TRUSTED_PROXIES(
            "server.tomcat.remoteip.internal-proxies",
            Form.listOf("addresses, separated by commas", "[0-9a-fA-F.:]+").then(Setting::anyOf)),
    LOG_LEVEL("logging.level.io.tenth", Form.oneOf("TRACE", "DEBUG", "INFO", "WARN", "ERROR")),

    /** Names that operators know from other servers and that nothing reads yet: said at the start, never ignored in silence. */
    REDIS_CACHE_TTL(null, Form.TEXT),
    SENTRY_DSN(null, Form.TEXT);

    private final @Nullable String property;

    @SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
    private final Form form;

    Setting(@Nullable String property, Form form) {
        this.property = property;
        this.form = form;
    }

    /** The property of the server that it sets; empty while nothing reads it. */
    Optional<String> property() {
        return Optional.ofNullable(property);
    }

    /** What the server's property becomes. Refuses an impossible value with a sentence that does not repeat it. */
    String read(String text) {
        try {
            return form.read().apply(text);
        } catch (IllegalArgumentException impossible) {
            throw new SettingRefusedException(name() + " is " + form.expected() + ".");
        }
    }

    /** Of a list of addresses, the pattern that the server beneath wants. */
    private static String anyOf(String addresses) {
        return addresses.replace(".", "\\.").replace(",", "|");
    }

    /** What a value may look like: how it is read, and how that is said. */
    private record Form(String expected, Function<String, String> read) {

        static final Form TEXT = new Form("text", Function.identity());

        static final Form ORIGIN = new Form("an address such as https://time.firm.example, without a path", text -> {
            var address = URI.create(text);
            require(Set.of("http", "https").contains(address.getScheme())
                    && address.getHost() != null
                    && Set.of("", "/").contains(address.getPath())
                    && address.getQuery() == null
                    && address.getFragment() == null);
            return text;
        });
        static final Form LIMIT =
                matching("a number of requests a minute such as 100/min, or off", "[1-9]\\d{0,6}(/min)?|off");

        static Form matching(String expected, String pattern) {
            return new Form(expected, text -> {
                require(text.matches(pattern));
                return text;
            });
        }

        static Form listOf(String expected, String pattern) {
            return matching(expected, pattern + "(\\s*,\\s*" + pattern + ")*").then(text -> text.replaceAll("\\s", ""));
        }

        static Form number(int least, int most) {
            return new Form("a whole number from " + least + " to " + most, text -> {
                var number = Integer.parseInt(text);
                require(number >= least && number <= most);
                return text;
            });
        }

        static Form secret(int leastBytes) {
            return new Form("at least " + leastBytes + " bytes long, since a shorter key can be guessed", text -> {
                require(text.getBytes(StandardCharsets.UTF_8).length >= leastBytes);
                return text;
            });
        }

        static Form secrets(int leastBytes) {
            var each = secret(leastBytes);
            return new Form(
                    "keys with commas between, each " + each.expected(),
                    text -> Stream.of(text.split(",", -1)).map(each.read()).collect(Collectors.joining(",")));
        }

        static Form oneOf(String... words) {
            var known = List.of(words);
            return new Form("one of " + String.join(", ", known), text -> {
                var word = text.toUpperCase(Locale.ROOT);
                require(known.contains(word));
                return word;
            });
        }

        Form then(Function<String, String> next) {
            return new Form(expected, read.andThen(next));
        }

        private static void require(boolean possible) {
            if (!possible) {
                throw new IllegalArgumentException();
            }
        }
    }
}
