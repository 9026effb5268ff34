package io.tenth.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
    LOG_LEVEL("logging.level.io.tenth", Form.oneOf("TRACE", "DEBUG", "INFO", "WARN", "ERROR")),

    /** Names that operators know from other servers and that nothing reads yet: said at the start, never ignored in silence. */
    REDIS_URL(null, Form.TEXT),
    REDIS_CACHE_TTL(null, Form.TEXT),
    JWT_REFRESH_TOKEN_EXPIRE_DAYS(null, Form.TEXT),
    CORS_ORIGINS(null, Form.TEXT),
    RATE_LIMIT_AUTH(null, Form.TEXT),
    RATE_LIMIT_READ(null, Form.TEXT),
    RATE_LIMIT_WRITE(null, Form.TEXT),
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

    /** What a value may look like: how it is read, and how that is said. */
    private record Form(String expected, Function<String, String> read) {

        static final Form TEXT = new Form("text", Function.identity());

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
