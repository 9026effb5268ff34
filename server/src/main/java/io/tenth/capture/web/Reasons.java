package io.tenth.capture.web;

import java.util.Map;

/** The engine's names of reasons as a person reads them. */
final class Reasons {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    "matter-chosen-before",
                    "You chose this matter twice or more for mail to this correspondent, so it is proposed here."),
            Map.entry(
                    "found-by-model",
                    "Found by the second opinion of the language model; Tenth by itself had left it out."),
            Map.entry("model-named-matter", "The language model found the matter in the words of the sentence."),
            Map.entry("model-named-kind", "The language model named the kind of work; Tenth had found none."),
            Map.entry("author-did-it", "You say that you did it."),
            Map.entry("time-spent", "The sentence says that time was spent."),
            Map.entry("was-there", "You say that you were there that long."),
            Map.entry("past-tense-work", "The work is told as done."),
            Map.entry("work-took-this-long", "The sentence says how long the work took."),
            Map.entry("work-with-its-time", "The work and its time stand together."),
            Map.entry("work-named-beside-it", "A kind of work is named beside the time."),
            Map.entry("time-on-something", "The time was spent on something that is named."),
            Map.entry("billing-instruction", "You ask that it be billed or recorded."),
            Map.entry("line-of-a-time-report", "It is a line of a time report."),
            Map.entry("hours-column", "It stands in a column of hours."),
            Map.entry("in-parentheses-after-work", "The time stands in parentheses after the work."),
            Map.entry("under-a-time-heading", "It stands under a heading about time."),
            Map.entry("time-report-message", "The whole message reports time."),
            Map.entry("past-day-named", "A day that is past is named."),
            Map.entry("corrected-figure", "It corrects an earlier figure."),
            Map.entry("charged-figure", "It is the figure that is charged."),
            Map.entry("author-named", "You are named as the one who did it."),
            Map.entry("each-of-us", "Each of several people spent this time, you among them."));

    private Reasons() {}

    /** A sentence; for a name that is not known yet, its own words. */
    static String sentence(String name) {
        return SENTENCES.getOrDefault(name, ownWords(name));
    }

    private static String ownWords(String name) {
        var words = name.replace('-', ' ').strip();
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
