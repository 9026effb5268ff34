package io.tenth.assistant;

import io.tenth.shared.DomainException;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What an assistant is told of a call that it asked for. */
public sealed interface ToolAnswer {

    /**
     * It was done.
     *
     * @param whole the result as JSON, for the eyes of the person alone: there may be text of mail in it
     * @param forModel what a model may see of it; of the shape that {@link ToolDescription#modelSchema()} describes
     * @param text the result in a few words for people, without text of mail
     */
    record Done(Record result, JsonNode whole, JsonNode forModel, String text) implements ToolAnswer {}

    /**
     * It waits for the person's yes, which no assistant can say: see {@link WaitingCalls}.
     *
     * @param willDo a sentence on what it will do
     * @param until when it is forgotten
     */
    record Waiting(UUID callId, String willDo, Instant until) implements ToolAnswer {}

    /**
     * It was not done.
     *
     * @param code the name of an {@link io.tenth.shared.ErrorCode}, or {@value #DECLINED}
     * @param sentence for the one who asked; without text of mail
     */
    record Refused(String code, String sentence) implements ToolAnswer {

        /** The person has said no. */
        public static final String DECLINED = "DECLINED";

        static final Refused NO = new Refused(DECLINED, "The person has said no.");

        static Refused of(DomainException refusal) {
            return new Refused(refusal.code().name(), refusal.sentence());
        }

        public boolean isDeclined() {
            return code.equals(DECLINED);
        }
    }
}
