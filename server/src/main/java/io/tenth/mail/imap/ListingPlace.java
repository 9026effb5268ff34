package io.tenth.mail.imap;

import io.tenth.mail.MailServiceException.CursorExpired;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.jspecify.annotations.Nullable;

/**
 * How far a folder was read, as the text of a cursor, and how far a listing of it has come, as the text of a page.
 *
 * @param folder names it for as long as it is the same: its UIDVALIDITY, which another folder may have too, and a hash of its name
 * @param last the highest UID when the listing began
 * @param changes the folder's HIGHESTMODSEQ then; -1 where the server keeps none
 * @param below a listing goes on with the messages up to this place, counted from the folder's oldest
 */
record ListingPlace(String folder, long last, long changes, int below) {

    private static final Pattern TEXT = Pattern.compile("([^/]{1,30})/(\\d{1,10})/(-1|\\d{1,19})(?:/(\\d{1,10}))?");

    /** Where a listing of a folder that was just opened begins. */
    static ListingPlace beginning(String name, MailboxInfo folder) {
        return new ListingPlace(folderOf(name, folder), folder.uidnext - 1, folder.highestmodseq, folder.total);
    }

    static String folderOf(String name, MailboxInfo folder) {
        return folder.uidvalidity + "-" + Integer.toHexString(name.hashCode());
    }

    /** Reads a cursor or a page. What is neither is as good as one that has expired. */
    static ListingPlace of(String text) throws CursorExpired {
        var place = TEXT.matcher(text);
        if (!place.matches()) {
            throw new CursorExpired();
        }
        try {
            return new ListingPlace(
                    place.group(1),
                    Long.parseLong(place.group(2)),
                    Long.parseLong(place.group(3)),
                    place.group(4) == null ? 0 : Integer.parseInt(place.group(4)));
        } catch (NumberFormatException tooLong) {
            throw new CursorExpired();
        }
    }

    ListingPlace below(int place) {
        return new ListingPlace(folder, last, changes, place);
    }

    String cursor() {
        return folder + "/" + last + "/" + changes;
    }

    @Nullable
    String page() {
        return below <= 0 ? null : cursor() + "/" + below;
    }
}
