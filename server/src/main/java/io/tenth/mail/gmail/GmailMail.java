package io.tenth.mail.gmail;

import io.tenth.mail.CallLimit;
import io.tenth.mail.Connection;
import io.tenth.mail.MailService;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailSession;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.Toll;
import io.tenth.mail.oauth.GrantedCalls;
import io.tenth.mail.oauth.Http;
import io.tenth.mail.oauth.OAuth;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Mailboxes at Gmail. */
final class GmailMail implements MailService {

    private final OAuth oauth;
    private final Http http;
    private final URI api;
    private final GmailCosts costs;

    GmailMail(OAuth oauth, Http http, URI api, GmailCosts costs) {
        this.oauth = oauth;
        this.http = http;
        this.api = api;
        this.costs = costs;
    }

    @Override
    public MailboxKind kind() {
        return MailboxKind.GMAIL;
    }

    @Override
    public Optional<CallLimit> limit() {
        return Optional.of(costs.limit());
    }

    @Override
    public MailSession open(Connection connection) throws MailServiceException {
        return open(connection, Toll.FREE);
    }

    @Override
    public MailSession open(Connection connection, Toll toll) throws MailServiceException {
        if (!(connection instanceof Connection.Grant grant)) {
            throw new IllegalArgumentException("not a grant of Gmail: " + connection);
        }
        return new GmailSession(new GmailApi(api, new GrantedCalls(oauth, http, grant, toll, Map.of()), costs));
    }
}
