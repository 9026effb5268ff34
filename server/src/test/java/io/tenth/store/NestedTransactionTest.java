package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tenth.ServerTest;
import io.tenth.shared.Actor;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A transaction that begins inside another knows whose it is, and leaves the outer one as it was. */
class NestedTransactionTest extends ServerTest {

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    private Begun begun;
    private Actor.Person person;
    private Actor.Person colleague;

    static class Begun {

        private final JdbcClient jdbc;

        Begun(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional
        public <T> T required(Supplier<T> work, Actor actor) {
            return work.get();
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public <T> T inItsOwn(Supplier<T> work, Actor actor) {
            return work.get();
        }

        @Transactional(propagation = Propagation.NESTED)
        public <T> T nested(Supplier<T> work, Actor actor) {
            return work.get();
        }

        String user() {
            return jdbc.sql("SELECT current_setting('tenth.user_id', TRUE)")
                    .query(String.class)
                    .single();
        }

        int keys() {
            return jdbc.sql("SELECT count(*) FROM data_keys")
                    .query(Integer.class)
                    .single();
        }
    }

    @BeforeEach
    void makePeople() {
        begun = (Begun) beans.initializeBean(new Begun(jdbc), "begun");
        person = newPerson().person();
        colleague = newPerson().person();
    }

    @Test
    void tellsTheDatabaseAgainInATransactionOfItsOwn() {
        var seen = begun.required(() -> begun.inItsOwn(begun::keys, person), person);

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void servesAnotherPersonInATransactionOfItsOwnAndThenTheFirstAgain() {
        var seen = begun.required(
                () -> begun.user() + " "
                        + begun.inItsOwn(begun::user, colleague)
                        + " "
                        + begun.required(begun::user, person),
                person);

        assertThat(seen).isEqualTo(id(person) + " " + id(colleague) + " " + id(person));
    }

    @Test
    void goesOnForItsPersonAfterAnInnerTransactionThatFailed() {
        var seen = begun.required(
                () -> {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> begun.inItsOwn(NestedTransactionTest::fail, colleague));
                    assertThatIllegalStateException()
                            .isThrownBy(() -> begun.nested(NestedTransactionTest::fail, person));
                    return begun.user() + " " + begun.required(begun::keys, person);
                },
                person);

        assertThat(seen).isEqualTo(id(person) + " 1");
    }

    @Test
    void sharesItsPersonWithANestedTransactionAndRefusesAnotherThere() {
        assertThat(begun.required(() -> begun.nested(begun::keys, person), person))
                .isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> begun.required(() -> begun.nested(begun::keys, colleague), person))
                .withMessageContaining("a transaction serves one actor");
    }

    @Test
    void leavesNothingBehind() {
        begun.required(() -> begun.inItsOwn(begun::keys, colleague), person);

        assertThat(begun.inItsOwn(begun::user, colleague)).isEqualTo(id(colleague));
        assertThat(begun.required(begun::user, new Actor.Program())).isEmpty();
    }

    private static String fail() {
        throw new IllegalStateException("of the work");
    }

    private static String id(Actor.Person person) {
        return person.user().value().toString();
    }
}
