package io.tenth.model;

/**
 * The language model that people can switch on.
 *
 * @param host where it is, as people are told it
 * @param name of the model
 */
public record Offer(String host, String name) {

    /** What leaves the server while it is on. */
    public String sentence() {
        return "While this is on, each sentence of your mail in which Tenth has found time but is unsure whether you worked it,"
                + " those among them of which it would propose nothing by itself, goes to the language model " + name
                + " at " + host + ": that sentence alone, of at most " + Question.LONGEST
                + " characters and without mail and web addresses, with the minutes and the kind of work that were read in"
                + " it, and those of its words that stand in the name of one of your matters. Nothing else of your mail"
                + " leaves this server: no subject, no sender, no recipients, no text around it.";
    }
}
