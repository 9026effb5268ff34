package io.tenth.mail;

/**
 * How much one message may ask of us. A message beyond any of these is refused with a reason and the next one is read.
 *
 * <p>The parser beneath is unsafe without them: a mail of a megabyte can hold enough nested parts to exhaust the stack.
 *
 * @param rawBytes the message as it lies in the mailbox
 * @param decodedBytes all its text parts together, after the transfer encoding is undone
 * @param textCharacters the text that would go to the engine; no person writes this much, so it is a file in disguise
 * @param depth multiparts within multiparts
 * @param parts parts in all
 * @param headers header fields of one part
 * @param headerBytes the header of one part
 * @param headerLineBytes one line of a header
 */
public record MailLimits(
        int rawBytes,
        long decodedBytes,
        int textCharacters,
        int depth,
        int parts,
        int headers,
        int headerBytes,
        int headerLineBytes) {

    /** 25 MB raw, 100 MB decoded, 10 million characters of text, 50 deep, 1,000 parts, 1,000 headers in 256 kB, 64 kB a line. */
    public static final MailLimits DEFAULT =
            new MailLimits(25 * 1024 * 1024, 100L * 1024 * 1024, 10_000_000, 50, 1_000, 1_000, 256 * 1024, 64 * 1024);

    public MailLimits {
        requirePositive(rawBytes, "rawBytes");
        requirePositive(decodedBytes, "decodedBytes");
        requirePositive(textCharacters, "textCharacters");
        requirePositive(depth, "depth");
        requirePositive(parts, "parts");
        requirePositive(headers, "headers");
        requirePositive(headerBytes, "headerBytes");
        requirePositive(headerLineBytes, "headerLineBytes");
    }

    private static void requirePositive(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }
}
