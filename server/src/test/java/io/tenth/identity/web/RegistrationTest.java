package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody makes an account without a link, where that is allowed. */
class RegistrationTest extends OpenServerTest {

    private static final String GRIN = "\ud83d\ude00";

    private final String email = "new-" + UUID.randomUUID() + "@firm.example";

    @Test
    void makesAnAccountThatIsAUsers() {
        var made = register(email, PASSWORD);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/users/me");
        assertThat(made.text("/email")).isEqualTo(email);
        assertThat(made.text("/role")).isEqualTo("user");
        assertThat(made.text("/time_zone")).isEqualTo("Europe/Lisbon");
        assertThat(made.body()).doesNotContain("password");
        assertThat(Login.with(api(), email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void takesAnAddressOnceHoweverItIsWritten() {
        register(email, PASSWORD);

        assertThat(register(email.toUpperCase(Locale.ROOT), PASSWORD).status()).isEqualTo(409);
    }

    /** Java and the database do not agree on the small letter of each of these capitals. */
    @Test
    void letsInWhoeverHasAnAddressOfOtherLetters() {
        var one = UUID.randomUUID().toString();
        for (var name : List.of(
                "\u039f\u0394\u039f\u03a3",
                "\u0130bo",
                "I\u0131",
                "\u1e9eAD",
                "\u00d6zg\u00fcr",
                "O\u0308zge",
                "\uff21\uff42",
                "\u01c5ur",
                "\u212a")) {
            var address = name + one + "@x.example";
            var made = register(address, PASSWORD);
            assertThat(made.status()).as(name).isEqualTo(201);

            for (var spelling : List.of(address, address.toLowerCase(Locale.ROOT), made.text("/email"))) {
                assertThat(Login.with(api(), spelling, PASSWORD).status())
                        .as(spelling)
                        .isEqualTo(200);
                assertThat(register(spelling, PASSWORD).status()).as(spelling).isEqualTo(409);
            }
        }
    }

    @Test
    void refusesWhatTheRulesRefuse() {
        for (var password :
                new String[] {"Ab1!xyz", "a".repeat(97) + "B1!x", "alllower-1", "ALLUPPER-1", "NoDigit-x", "NoSpecial1"
                }) {
            assertThat(register(email, password).status()).as(password).isEqualTo(422);
        }
        assertThat(register("no address", PASSWORD).status()).isEqualTo(422);
        assertThat(api().post("/api/auth/register", body(email, PASSWORD).replace("}", ", \"role\": \"admin\"}"))
                        .status())
                .isEqualTo(422);
        assertThat(api().post("/api/auth/register", body(email, PASSWORD).replace("Europe/Lisbon", "UTC+3"))
                        .status())
                .isEqualTo(422);
        assertThat(api().post("/api/auth/register", body(email, PASSWORD).replace("New Person", "N"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void makesEachCharacterOfALongPasswordCount() {
        for (var start :
                new String[] {"Aa1!" + "x".repeat(95), "Aa1!" + GRIN.repeat(95), "Aa1!" + "\u00e9".repeat(68)}) {
            var address = "long-" + UUID.randomUUID() + "@firm.example";
            assertThat(register(address, start + "y").status()).isEqualTo(201);

            assertThat(Login.with(api(), address, start + "z").status()).isEqualTo(401);
            assertThat(Login.with(api(), address, start).status()).isEqualTo(401);
            assertThat(Login.with(api(), address, start + "y").status()).isEqualTo(200);
        }
    }

    private ApiClient.Answer register(String address, String password) {
        return api().post("/api/auth/register", body(address, password));
    }

    private static String body(String address, String password) {
        return "{\"email\": \"" + address + "\", \"full_name\": \"New Person\", \"password\": \"" + password
                + "\", \"time_zone\": \"Europe/Lisbon\"}";
    }
}
