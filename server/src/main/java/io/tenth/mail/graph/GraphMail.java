package io.tenth.mail.graph;

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
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Mailboxes at Microsoft 365. */
final class GraphMail implements MailService {

    /** What Exchange Online allows one application in one mailbox. */
    static final CallLimit LIMIT = new CallLimit(10_000, 1, Duration.ofMinutes(10));

    /** Ids that stay when a message is moved, and pages of a bearable size. */
    private static final Map<String, String> HEADERS =
            Map.of("Prefer", "IdType=\"ImmutableId\", odata.maxpagesize=500");

    private final OAuth oauth;
    private final Http http;
    private final URI api;
    private final CallLimit limit;
    private final Clock clock;

    GraphMail(OAuth oauth, Http http, URI api, CallLimit limit, Clock clock) {
        this.limit = limit;
        this.oauth = oauth;
        this.http = http;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public MailboxKind kind() {
        return MailboxKind.GRAPH;
    }

    @Override
    public Optional<CallLimit> limit() {
        return Optional.of(limit);
    }

    @Override
    public MailSession open(Connection connection) throws MailServiceException {
        return open(connection, Toll.FREE);
    }

    @Override
    public MailSession open(Connection connection, Toll toll) throws MailServiceException {
        if (!(connection instanceof Connection.Grant grant)) {
            throw new IllegalArgumentException("not a grant of Microsoft 365: " + connection);
        }
        return new GraphSession(new GraphApi(api, new GrantedCalls(oauth, http, grant, toll, HEADERS)), clock);
    }
}
