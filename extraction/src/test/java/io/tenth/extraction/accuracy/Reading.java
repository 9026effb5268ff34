package io.tenth.extraction.accuracy;

import io.tenth.extraction.Context;
import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.TimeExtractor;
import io.tenth.extraction.TimeMention;
import java.util.List;

/**
 * A labelled message and what the engine found in it, without a directory of matters.
 *
 * @param message the message with its labels
 * @param mentions what was found
 */
record Reading(CorpusMessage message, List<TimeMention> mentions) {

    static List<Reading> of(List<CorpusMessage> messages) {
        var extractor = new TimeExtractor();
        return messages.stream()
                .map(message -> new Reading(
                        message,
                        extractor.extract(message.message(), Context.none()).mentions()))
                .toList();
    }

    /** The same message with only those entries that are at least so certain. */
    Reading from(double confidence) {
        return new Reading(
                message,
                mentions.stream()
                        .filter(mention -> mention.confidence() >= confidence)
                        .toList());
    }

    boolean covers(String name) {
        return message.cases().contains(name);
    }
}
