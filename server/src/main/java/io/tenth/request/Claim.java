package io.tenth.request;

import io.tenth.shared.Actor;
import java.util.UUID;

/** What a request finds that comes with an Idempotency-Key. */
public sealed interface Claim {

    /**
     * The key is new: this request is to be carried out.
     *
     * @param key its keyed hash
     * @param attempt names this try; another may take over when it is not heard of for long
     */
    record Held(String key, UUID attempt, Actor.Person person) implements Claim {}

    /** It was carried out and answered. */
    record Answered(KeptAnswer answer) implements Claim {}

    /** It is being carried out. */
    record InFlight() implements Claim {}

    /** It was carried out, and nobody knows any more what was answered: the process died in between, or the answer holds a secret. */
    record AnswerLost() implements Claim {}

    /** The key belongs to another request. */
    record OtherRequest() implements Claim {}
}
