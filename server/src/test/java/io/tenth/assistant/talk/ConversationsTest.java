package io.tenth.assistant.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.shared.DomainException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How much there may be in a conversation. */
class ConversationsTest extends ServerTest {

    @Autowired
    private Conversations conversations;

    @Test
    void takesNoMoreWordsOnceItIsLong() {
        var person = newPerson().person();
        var id = UUID.randomUUID();
        for (var number = 0; number < 8; number++) {
            conversations.ask(id, "Words", person);
            var answer = Conversations.text("x".repeat(1 << 20));
            conversations.answer(id, new Conversations.Written(UUID.randomUUID(), "plain", answer, null), person);
        }

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> conversations.ask(id, "More words", person))
                .withMessageContaining("Begin another.");
        assertThat(conversations.one(id, person).messages()).hasSize(16);
    }
}
