package io.tenth.extraction;

import java.util.List;

/**
 * What the engine found in one message.
 *
 * @param mentions the time entries, in the order of their place in the body
 */
public record Extraction(List<TimeMention> mentions) {

    /** Takes a copy of the list. */
    public Extraction {
        mentions = List.copyOf(mentions);
    }
}
