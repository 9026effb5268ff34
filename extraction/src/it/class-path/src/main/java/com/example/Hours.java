package com.example;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Context;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.TimeExtractor;
import io.tenth.extraction.TimeMention;
import java.time.OffsetDateTime;
import java.util.List;

public final class Hours {

    private Hours() {}

    public static void main(String[] arguments) {
        var message = new SentMessage(
                "Sam <sam@lee.example>",
                "billing@lee.example",
                "Harbor lease",
                OffsetDateTime.parse("2026-03-10T17:12:00-05:00"),
                BodyFormat.PLAIN,
                "I spent 1.5 hours reviewing the lease yesterday.");
        List<TimeMention> mentions =
                new TimeExtractor().extract(message, Context.none()).mentions();
        if (mentions.size() != 1 || mentions.getFirst().minutes() != 90) {
            throw new IllegalStateException("one entry of 90 minutes was expected, not " + mentions);
        }
    }
}
