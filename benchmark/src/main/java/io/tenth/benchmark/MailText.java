package io.tenth.benchmark;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.SentMessage;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Business mail as it is sent, the same at every run: dates, times of day, telephone numbers, money, references, quoted
 * history and signatures in every message, an amount of time in one of ten, half of which say that it was worked.
 */
public final class MailText {

    private static final long SEED = 7;
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T17:00:00-05:00");

    private static final List<String> SENTENCES = List.of(
            "Thank you for sending the signed counterparts, they arrived this morning with the courier.",
            "Could you let me know whether the lender has any comments on section 4 of the draft?",
            "The hearing is on March 14th at 9:30 am and the clerk asked us to be there by 9:00.",
            "I have copied Martin, who looks after the property side and knows the history of the easement.",
            "Our fee for the second stage is $4,250.00 as agreed in the letter of 3 March, plus disbursements.",
            "Please find the revised schedule attached; the only change is in the column for the deposit.",
            "There is no hurry with this, but it would be good to close the point before the holidays.",
            "As discussed, the lease commenced on 1 January 2024 and the term ends on 31 December 2026.",
            "You can reach me on (555) 201-4477 or, if I am in court, ask for Dana on extension 318.",
            "They offered $1.85 million for the whole parcel, which is 12% below the figure from October.",
            "The invoice (no. 2026-0417) was paid on 02/27/2026, so nothing is outstanding on our side.",
            "If anyone asks, the answer is still that the board has not met and nobody has signed anything.",
            "I will send the other two exhibits once the translator has gone through the last pages.",
            "The conference room on the 17th floor is booked for Thursday at 14:00, please bring the originals.",
            "Regarding the windows, the contractor says that 48 of them were replaced in 2021 under warranty.",
            "Have a look at page 112 of the report and tell me if you read the note the same way as I do.");

    /** What looks like an amount until it is read: in one message of ten. */
    private static final List<String> LOOKALIKES = List.of(
            "The wording of section 4.2 follows the old form, which is what the lender asked for.",
            "Only pages 4-12 matter for the question that you raised.",
            "It will be 2-3 weeks before the registry answers, as always.",
            "The one to ask is Dana, who kept the file.");

    private static final List<String> WORK = List.of(
            "Spent 2.5 hours reviewing the lease and the two riders.",
            "Call with the client re settlement, 45 minutes.",
            "I worked on the brief from 9:15 to 11:45 this morning.",
            "Please bill 1.5 to Harrow for yesterday's call.");

    private static final List<String> NO_WORK = List.of(
            "The notice period is 30 days from the date on which they receive the letter.",
            "The flight to Denver takes about three hours, so we should be in time.",
            "Shall we say Thursday from 2:00 to 3:30 pm for the walk-through?",
            "Their support answers within 24 hours, or so they say.");

    private static final List<String> ENDS = List.of(
            "\n\nBest regards,\nPaul\n",
            "\n\nKind regards\n\nPaul Brandt\nBrandt & Moss LLP\n200 Main Street, Suite 1450\nSpringfield, IL 62701\nT +1 (555) 201-4400\n",
            "\n\nThanks,\nP.\n\nSent from my phone\n");

    private static final String ABOVE_QUOTE =
            "\nOn Mon, Mar 9, 2026 at 4:12 PM Anna Keller <anna@client.example> wrote:\n";

    private static final String ABOVE_BLOCK = """

            -----Original Message-----
            From: Anna Keller <anna@client.example>
            Sent: Monday, March 9, 2026 4:12 PM
            To: Paul Brandt
            Subject: RE: Harrow lease

            """;

    private MailText() {}

    public static List<SentMessage> messages(int count) {
        return stream(count).toList();
    }

    /** The same one by one, for more than fit into memory. */
    public static Stream<SentMessage> stream(int count) {
        var random = new Random(SEED);
        return IntStream.range(0, count).mapToObj(number -> message(number, random));
    }

    private static SentMessage message(int number, Random random) {
        var body = new StringBuilder("Dear Anna,\n\n");
        body.append(paragraphs(3 + random.nextInt(8), random));
        if (number % 10 == 0) {
            body.append(' ')
                    .append(any(number % 20 == 0 ? WORK : NO_WORK, random))
                    .append(' ');
            body.append(any(SENTENCES, random));
        }
        if (number % 10 == 5) {
            body.append(' ').append(any(LOOKALIKES, random));
        }
        body.append(any(ENDS, random));
        switch (random.nextInt(4)) {
            case 0 ->
                body.append(ABOVE_QUOTE)
                        .append("> ")
                        .append(paragraphs(6, random).replace("\n", "\n> "));
            case 1 -> body.append(ABOVE_BLOCK).append(paragraphs(8, random));
            default -> body.append('\n');
        }
        return new SentMessage(
                "Paul <paul@firm.example>",
                "Anna <anna@client.example>",
                "RE: Harrow lease",
                SENT,
                BodyFormat.PLAIN,
                body.toString());
    }

    /** Sentences in paragraphs, some of them wrapped as mail programs do. */
    private static String paragraphs(int sentences, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(any(SENTENCES, random)).append(random.nextInt(3) == 0 ? "\n\n" : " ");
        }
        return random.nextBoolean()
                ? text.toString().strip()
                : wrapped(text.toString().strip());
    }

    private static String wrapped(String text) {
        return text.replaceAll("(.{60,72}) ", "$1\n");
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
