package io.tenth.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    TLS_CERTIFICATE("spring.ssl.bundle.pem.listener.keystore.certificate", Form.FILE),
    TLS_KEY("spring.ssl.bundle.pem.listener.keystore.private-key", Form.FILE),
    JWT_SECRET_KEY("tenth.identity.jwt-secret-key", Form.secret(32)),
    JWT_ACCESS_TOKEN_EXPIRE_MINUTES(
            "tenth.identity.access-token-life", Form.number(1, 1_440).then(text -> text + "m")),
    JWT_SECRET_KEYS_OLD("tenth.identity.jwt-secret-keys-old", Form.secrets(32)),
    JWT_REFRESH_TOKEN_EXPIRE_DAYS(
            "tenth.identity.refresh-token-life", Form.number(1, 90).then(text -> text + "d")),
    REGISTRATION(
            "tenth.identity.open-registration",
            Form.oneOf("OPEN", "CLOSED").then(word -> Boolean.toString(word.equals("OPEN")))),
    CONNECTED_PROGRAMS(
            "tenth.identity.connected-programs",
            Form.oneOf("ON", "OFF").then(word -> Boolean.toString(word.equals("ON")))),
    PUBLIC_URL("tenth.post.public-url", Form.ORIGIN),
    SMTP_HOST("tenth.post.host", Form.TEXT),
    SMTP_PORT("tenth.post.port", Form.number(1, 65_535)),
    SMTP_SECURITY("tenth.post.security", Form.oneOf("STARTTLS", "TLS", "NONE")),
    SMTP_USER("tenth.post.user", Form.TEXT),
    SMTP_PASSWORD("tenth.post.password", Form.TEXT),
    SMTP_FROM("tenth.post.from", Form.TEXT),
    MAIL_ALLOW_HOSTS(
            "tenth.mail.allow-hosts",
            Form.listOf("names or addresses of mail servers, separated by commas", "[A-Za-z0-9.:_-]+")),
    MAIL_CA_FILE("tenth.mail.ca-file", Form.TEXT),
    MAIL_FOLDER("tenth.mail.folder", Form.TEXT),
    GMAIL_CLIENT_ID("tenth.mail.gmail.client-id", Form.TEXT),
    GMAIL_CLIENT_SECRET("tenth.mail.gmail.client-secret", Form.TEXT),
    GMAIL_QUOTA("tenth.mail.gmail.quota", Form.oneOf("2026-100", "LEGACY-250")),
    GMAIL_UNITS_PER_MINUTE("tenth.mail.gmail.units-per-minute", Form.number(1_000, 1_000_000)),
    GMAIL_COST_GET("tenth.mail.gmail.get-cost", Form.number(1, 1_000)),
    GMAIL_COST_LIST("tenth.mail.gmail.list-cost", Form.number(1, 1_000)),
    GMAIL_COST_HISTORY("tenth.mail.gmail.history-cost", Form.number(1, 1_000)),
    GRAPH_CLIENT_ID("tenth.mail.graph.client-id", Form.TEXT),
    GRAPH_CLIENT_SECRET("tenth.mail.graph.client-secret", Form.TEXT),
    GRAPH_TENANT(
            "tenth.mail.graph.tenant",
            Form.matching("the id or the domain of a directory, or common", "[A-Za-z0-9][A-Za-z0-9.-]{0,252}")),
    OPENAI_BASE_URL(
            "tenth.model.base-url",
            Form.matching(
                    "an address such as https://api.openai.com/v1",
                    "https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")),
    OPENAI_API_KEY("tenth.model.key", Form.matching("visible ASCII characters, at most 500", "[!-~]{1,500}")),
    OPENAI_MODEL("tenth.model.name", Form.matching("the name of a model", "[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}")),
    OPENAI_NETWORK("tenth.model.network", Form.oneOf("PUBLIC", "INSIDE")),
    OPENAI_REQUESTS_PER_MINUTE("tenth.model.requests-per-minute", Form.number(2, 1_000_000)),
    OPENAI_TIMEOUT_SECONDS("tenth.model.answer-within", Form.number(1, 120).then(text -> text + "s")),
    ASSISTANT_CALLS_PER_DAY("tenth.assistant.calls-per-day", Form.number(1, 1_000_000)),
    ASSISTANT_TOKENS_PER_DAY("tenth.assistant.tokens-per-day", Form.number(1, 1_000_000_000)),
    KEEP_LEAST_DAYS("tenth.keeping.least-days", Form.number(1, 36_500)),
    SCAN_INTERVAL_MINUTES("tenth.scans.every", Form.number(0, 1_440).then(text -> text + "m")),
    SCAN_REACH_DAYS("tenth.scans.reach", Form.number(1, 3_650).then(text -> text + "d")),
    SCAN_MAX_MESSAGES("tenth.scans.most", Form.number(1, 100_000)),
    SCANS_AT_ONCE("tenth.scans.at-once", Form.number(1, 100)),
    SCANS_PER_PERSON("tenth.scans.per-person", Form.number(1, 1_000)),
    SCANS_WAITING("tenth.scans.waiting", Form.number(1, 100_000)),
    RATE_LIMIT_AUTH("tenth.requests.auth", Form.LIMIT),
    RATE_LIMIT_READ("tenth.requests.read", Form.LIMIT),
    RATE_LIMIT_WRITE("tenth.requests.write", Form.LIMIT),
    REDIS_URL(
            "tenth.requests.redis-url",
            Form.matching("an address such as redis://:password@host:6379, or rediss:// for TLS", "rediss?://\\S+")),
    REDIS_CACHE_TTL("tenth.cache.life", Form.number(1, 604_800).then(text -> text + "s")),
    CORS_ORIGINS(
            "tenth.web.cors-origins",
            Form.listOf("origins such as https://app.firm.example, separated by commas", "https?://[^\\s/*?#@]+")),
    TRUSTED_PROXIES(
            "server.tomcat.remoteip.internal-proxies",
            Form.listOf("addresses, separated by commas", "[0-9a-fA-F.:]+").then(Setting::anyOf)),
    LOG_LEVEL("logging.level.io.tenth", Form.oneOf("TRACE", "DEBUG", "INFO", "WARN", "ERROR")),

    /** Names that operators know from other servers and that nothing reads yet: said at the start, never ignored in silence. */
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

        private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

        static final Form TEXT = new Form("text", Function.identity());

        static final Form ORIGIN = new Form("an address such as https://time.firm.example, without a path", text -> {
            var address = URI.create(text.toLowerCase(Locale.ROOT));
            require(address.getScheme() != null
                    && USUAL_PORTS.containsKey(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && Set.of("", "/").contains(address.getPath())
                    && address.getQuery() == null
                    && address.getFragment() == null);
            return origin(address);
        });
        static final Form FILE = new Form("the path of a file that the server can read", text -> {
            var file = Path.of(text);
            require(Files.isRegularFile(file) && Files.isReadable(file));
            return file.toUri().toString();
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

        /** As a browser and a program write it, so that what either sends is the same to the letter. */
        private static String origin(URI address) {
            var origin = address.getScheme() + "://" + address.getHost();
            var port = Integer.valueOf(address.getPort());
            return port == -1 || port.equals(USUAL_PORTS.get(address.getScheme())) ? origin : origin + ":" + port;
        }

        private static void require(boolean possible) {
            if (!possible) {
                throw new IllegalArgumentException();
            }
        }
    }
}
