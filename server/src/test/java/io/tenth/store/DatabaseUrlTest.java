package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://ada:pw@db.example/tenth                        | jdbc:postgresql://db.example/tenth                     | ada   | pw
            postgresql://ada:pw@db.example:6432/tenth                 | jdbc:postgresql://db.example:6432/tenth                | ada   | pw
            postgresql://ada:p%40%3A%2F%23w@db.example/tenth          | jdbc:postgresql://db.example/tenth                     | ada   | p@:/#w
            postgresql://ada:a+b@db.example/tenth                     | jdbc:postgresql://db.example/tenth                     | ada   | a+b
            postgresql://a%40b:pw@db.example/tenth                    | jdbc:postgresql://db.example/tenth                     | a@b   | pw
            postgresql://ada@db.example/tenth                         | jdbc:postgresql://db.example/tenth                     | ada   | ''
            postgresql://ada:pw@[::1]:5432/tenth                      | jdbc:postgresql://[::1]:5432/tenth                     | ada   | pw
            postgresql://ada:pw@a.example:5432,b.example:5433/tenth   | jdbc:postgresql://a.example:5432,b.example:5433/tenth  | ada   | pw
            postgresql://ada:pw@db.example/my%20db                    | jdbc:postgresql://db.example/my+db                     | ada   | pw
            postgresql://ada:pw@db.example/tenth?sslmode=verify-full  | jdbc:postgresql://db.example/tenth?sslmode=verify-full | ada   | pw
            postgresql://db.example/tenth?user=ada&password=p%26w     | jdbc:postgresql://db.example/tenth                     | ada   | p&w
            postgresql://ada:pw@h/d?connect_timeout=5&sslmode=require | jdbc:postgresql://h/d?connectTimeout=5&sslmode=require | ada   | pw
            postgresql://ada:pw@h/d?application_name=my%20app         | jdbc:postgresql://h/d?ApplicationName=my+app           | ada   | pw
            jdbc:postgresql://h:5432/d?user=ada&password=pw           | jdbc:postgresql://h:5432/d                             | ada   | pw
            jdbc:postgresql://h/d?ssl=true&user=ada&password=a+b%3D   | jdbc:postgresql://h/d?ssl=true                         | ada   | 'a b='
            postgresql://ada:pw@h:65535/d?                            | jdbc:postgresql://h:65535/d                            | ada   | pw
            """)
    void readsEveryUsualForm(String text, String jdbcUrl, String user, String password) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl(jdbcUrl, new Credentials(user, password)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql://ada:hidden@db.example/tenth                   | must look like postgresql://user:password@host:5432/name
            postgresql://ada:hid@den@db.example/tenth             | must look like
            postgresql://ada:hid/den@db.example/tenth             | must look like
            postgresql://ada:hid#den@db.example/tenth             | must look like
            postgresql://ada:hidden@db.example                    | must look like
            postgresql://ada:hidden@/tenth                        | must look like
            hidden                                                | must look like
            postgresql://ada:hidden@db.example:0/tenth            | names no usable host and port
            postgresql://ada:hidden@db.example:65536/tenth        | names no usable host and port
            postgresql://ada:hidden@%2Frun%2Fpostgresql/tenth     | names no usable host and port
            postgresql://:hidden@db.example/tenth                 | names no user
            jdbc:postgresql://db.example/tenth?password=hidden    | names no user
            postgresql://ada:hid%zzden@db.example/tenth           | has a % that is not followed by two hexadecimal digits
            jdbc:postgresql://h/d?user=ada&password=hidden%       | has a % that is not followed by two hexadecimal digits
            jdbc:postgresql://h/d?user=ada&password=hidden&ssl    | has a parameter without a value
            """)
    void refusesWhatItCannotReadWithoutRepeatingThePassword(String text, String reason) {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .withMessageStartingWith("DATABASE_URL " + reason)
                .withMessageEndingWith(".")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("hid", "den"))
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://ada:hidden@h/d", "jdbc:postgresql://h/d?user=ada&password=hidden"})
    void keepsThePasswordOutOfItsText(String text) {
        assertThat(DatabaseUrl.parse(text).toString()).doesNotContain("hidden");
    }
}
