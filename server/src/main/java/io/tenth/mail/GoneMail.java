package io.tenth.mail;

/**
 * Conditions of SQL about a message m of the person :user whose mailbox was removed. A message that was seen in another of the
 * person's mailboxes too is that one's, from the moment of the removal, whether its row says so yet or not.
 *
 * <p>OFFSET 0 has the database look up each message by itself. Where it knows little of a new person yet, it would else read all
 * that the person has seen for each message anew.
 */
public final class GoneMail {

    private static final String OF_ONE_THAT_WAS_REMOVED = """
             (m.mailbox_id IN (SELECT b.mailbox_id FROM mailboxes b WHERE b.user_id = :user AND b.removed_at IS NOT NULL %s)
              AND NOT EXISTS (SELECT FROM (SELECT s.mailbox_id FROM seen s
                                      WHERE s.user_id = m.user_id AND s.message_id = m.message_id OFFSET 0) AS place
                                JOIN mailboxes l ON l.user_id = m.user_id AND l.mailbox_id = place.mailbox_id
                               WHERE l.removed_at IS NULL))
            """;

    /** It lies in no mailbox any more. It is there only because it became time, or is about to go. */
    public static final String IS_GONE = OF_ONE_THAT_WAS_REMOVED.formatted("");

    /** The same, of a mailbox that is being taken away: nothing of the message is shown, and it may still have all its text. */
    public static final String IS_GOING = OF_ONE_THAT_WAS_REMOVED.formatted("AND b.emptied_at IS NULL");

    private GoneMail() {}
}
