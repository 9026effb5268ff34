package io.tenth.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How often a thing was written. A change that names the version which its author saw is refused where somebody else was faster,
 * instead of undoing their work unseen (RFC 9110, section 13).
 *
 * @param number 1 for a thing that was never changed
 */
public record Version(int number) {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,9})(?:-[0-9a-f]{1,8})?\"");

    /** The strong entity tag of a thing in this version, with its quotes. */
    public String etag() {
        return "\"" + number + "\"";
    }

    /**
     * The strong entity tag of an answer that shows more than the thing, and so changes where the thing does not. A change that
     * demands it demands the version alone.
     *
     * @param rest a hash of the rest of the answer, the same on every node
     */
    public String etag(int rest) {
        return "\"" + number + "-" + Integer.toHexString(rest) + "\"";
    }

    /** Reads a tag that {@link #etag} wrote, of either form; empty for any other. */
    static Optional<Version> ofEtag(String tag) {
        var read = ETAG.matcher(tag);
        return read.matches() ? Optional.of(new Version(Integer.parseInt(read.group(1)))) : Optional.empty();
    }

    /** The refusal of a change to a thing that has moved on. */
    public static DomainException outdated() {
        return new DomainException(
                ErrorCode.PRECONDITION_FAILED, "It was changed in the meantime. Read it again and repeat the change.");
    }
}
