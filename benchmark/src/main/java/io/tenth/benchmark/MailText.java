package io.tenth.benchmark;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.SentMessage;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Business mail in plain text, the same at every run: one message in ten says that time was worked. */
final class MailText {

    private static final long SEED = 7;
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T17:00:00-05:00");
    private static final List<String> SENTENCES = List.of(
            "Thank you for sending the signed counterparts, they arrived this morning with the courier.",
            "Could you let me know whether the lender has any comments on section 4.2 of the draft?",
            "The hearing is on the 14th at 9:30 and the clerk asked us to be there by 9:00.",
            "I have copied Martin, who looks after the property side and knows the history of the easement.",
            "Our fee for the second stage is as agreed in the letter of 3 March, plus disbursements.",
            "Please find the revised schedule attached; the only change is in the column for the deposit.",
            "There is no hurry with this, but it would be good to close the point before the holidays.",
            "As discussed, the notice period is 30 days and the term ends on 31 December 2026.");
    private static final List<String> WORK = List.of(
            "Spent 2.5 hours reviewing the lease and the two riders.",
            "Call with the client re settlement, 45 minutes.",
            "I worked on the brief from 9:15 to 11:45 this morning.",
            "Please bill 1.5 to Harrow for yesterday's call.");

    private MailText() {}

    static List<SentMessage> messages(int count) {
        var random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(number -> message(number, random))
                .toList();
    }

    private static SentMessage message(int number, Random random) {
        var body = new StringBuilder("Dear Anna,\n\n");
        random.ints(12, 0, SENTENCES.size())
                .forEach(sentence -> body.append(SENTENCES.get(sentence)).append(sentence % 3 == 0 ? "\n\n" : " "));
        if (number % 10 == 0) {
            body.append(WORK.get(random.nextInt(WORK.size())));
        }
        body.append("\n\nBest regards,\nPaul\n\n> On Monday you wrote that the file is complete.\n> Is that so?\n");
        return new SentMessage(
                "Paul <paul@firm.example>",
                "Anna <anna@client.example>",
                "Harrow lease",
                SENT,
                BodyFormat.PLAIN,
                body.toString());
    }
}
