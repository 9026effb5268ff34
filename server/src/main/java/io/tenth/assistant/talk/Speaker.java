package io.tenth.assistant.talk;

import io.tenth.model.ModelException;

/** A language model that is given messages and tools, and answers piece by piece. */
public interface Speaker {

    /**
     * What it says, whole; the ear hears it earlier, in pieces. Throws for an answer that is not whole, or none that was asked for.
     * Called outside of transactions.
     */
    Said speak(Speech speech, Ear ear) throws ModelException;
}
