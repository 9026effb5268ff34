package io.tenth.assistant.talk;

import io.tenth.shared.DomainException;
import io.tenth.shared.Prose;
import java.util.List;
import java.util.UUID;

/** What a person has said, to which the assistant's turn is the answer. */
public sealed interface Heard {

    UUID conversation();

    /** Words. */
    record Words(UUID conversation, String text) implements Heard {

        private static final int LONGEST = 8_000;

        public Words {
            text = Prose.of(text, "message", "A message", LONGEST);
            if (text.isEmpty()) {
                throw DomainException.invalid("message", "There are no words in the message.");
            }
        }
    }

    /** A yes or no to calls that wait. */
    record Decisions(UUID conversation, List<Decision> decisions) implements Heard {

        public Decisions {
            decisions = List.copyOf(decisions);
        }
    }

    /** That the last answer is to be given anew. */
    record Again(UUID conversation) implements Heard {}

    /** A yes or no to one call. */
    record Decision(UUID call, boolean approved) {}
}
