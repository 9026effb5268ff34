package io.tenth.mail.oauth;

import io.tenth.mail.CallLimit;
import io.tenth.mail.Connection;
import io.tenth.mail.MailService;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.SampleMessage;
import java.time.Duration;
import java.time.Instant;

/** A mailbox at a provider that is reached by a grant. */
public final class ProviderStand implements MailServiceContract.Stand {

    private final FakeProvider provider;
    private final Connection.Grant grant;

    public ProviderStand(FakeProvider provider) {
        this.provider = provider;
        this.grant = provider.grant();
    }

    @Override
    public MailService service() {
        return provider.service();
    }

    @Override
    public boolean forgetCursors() {
        provider.forgetCursors();
        return true;
    }

    @Override
    public Connection connection() {
        return grant;
    }

    @Override
    public void send(String subject, Instant sentAt) {
        provider.send(subject, sentAt, SampleMessage.of(subject, sentAt));
    }

    @Override
    public void delete(String subject) {
        provider.delete(subject);
    }

    @Override
    public boolean revoke() {
        provider.revoke();
        return true;
    }

    @Override
    public boolean throttle() {
        provider.limit(new CallLimit(1, 1, Duration.ofHours(1)));
        provider.quota().take(1);
        return true;
    }

    @Override
    public void breakDown() {
        provider.close();
    }
}
