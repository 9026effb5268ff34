package io.tenth.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /**
     * The version that a request demands.
     *
     * @param ifMatch the header of the request; null where it has none
     * @return null where any version will do
     * @throws DomainException {@link ErrorCode#PRECONDITION_FAILED} for a tag that was never given
     */
    public static @Nullable Version demandedBy(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var tag = ETAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw outdated();
        }
        return new Version(Integer.parseInt(tag.group(1)));
    }

    /** The refusal of a change to a thing that has moved on. */
    public static DomainException outdated() {
        return new DomainException(
                ErrorCode.PRECONDITION_FAILED, "It was changed in the meantime. Read it again and repeat the change.");
    }
}
