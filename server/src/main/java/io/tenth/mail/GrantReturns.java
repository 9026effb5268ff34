package io.tenth.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gives grants back to their providers once their mailboxes are gone. Nobody waits for it, and it is tried once: a grant that could
 * not be given back can still be taken back by its owner, at the provider.
 */
@Component
class GrantReturns {

    private static final Logger LOG = LoggerFactory.getLogger(GrantReturns.class);

    private final ObjectProvider<Grants> all;
    private final Mailboxes mailboxes;

    GrantReturns(ObjectProvider<Grants> all, Mailboxes mailboxes) {
        this.all = all;
        this.mailboxes = mailboxes;
    }

    @TransactionalEventListener
    public void begin(GrantLeft left) {
        all.stream()
                .filter(grants -> grants.kind() == left.kind() && grants.isSetUp())
                .findFirst()
                .ifPresent(grants -> Thread.startVirtualThread(() -> giveBack(left, grants)));
    }

    private void giveBack(GrantLeft left, Grants grants) {
        try {
            if (grants.giveBack(left.grant())) {
                mailboxes.noteGrantReturned(left.mailbox(), left.person());
            }
        } catch (MailServiceException refused) {
            LOG.warn("a grant of {} could not be given back", left.kind().key());
        }
    }
}
