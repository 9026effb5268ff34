package io.tenth.mail.oauth;

import io.tenth.mail.CallLimit;
import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.SampleMessage;
import java.time.Duration;
import java.time.Instant;

/** A mailbox at a provider that is reached by a grant. */
public abstract class ProviderStand implements MailServiceContract.Stand {

    private final FakeProvider provider;
    private final Connection.Grant grant;

    protected ProviderStand(FakeProvider provider) {
        this.provider = provider;
        this.grant = provider.grant();
    }

    @Override
    public final Connection connection() {
        return grant;
    }

    @Override
    public final void send(String subject, Instant sentAt) {
        provider.send(subject, sentAt, SampleMessage.of(subject, sentAt));
    }

    @Override
    public final void delete(String subject) {
        provider.delete(subject);
    }

    @Override
    public final boolean revoke() {
        provider.revoke();
        return true;
    }

    @Override
    public final boolean throttle() {
        provider.limit(new CallLimit(1, 1, Duration.ofHours(1)));
        provider.quota().take(1);
        return true;
    }

    @Override
    public final void breakDown() {
        provider.close();
    }
}
