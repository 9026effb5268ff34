package io.tenth.mail.file;

import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.RawMail;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A source whose whole content is known without reading: nothing, or one refusal. */
final class FixedSource implements MailSource {

    private RawMail.@Nullable Refused left;

    private FixedSource(RawMail.@Nullable Refused only) {
        this.left = only;
    }

    static FixedSource empty() {
        return new FixedSource(null);
    }

    static FixedSource refusing(int position, String location, String reason) {
        return new FixedSource(new RawMail.Refused(position, location, reason));
    }

    @Override
    public Optional<MailReading> next() {
        Optional<MailReading> next = Optional.ofNullable(left)
                .map(refused -> new MailReading.Unreadable(refused.position(), refused.location(), refused.reason()));
        left = null;
        return next;
    }

    @Override
    public Optional<RawMail> take() {
        Optional<RawMail> next = Optional.ofNullable(left);
        left = null;
        return next;
    }

    @Override
    public int skip(int messages) {
        return messages > 0 && next().isPresent() ? 1 : 0;
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public OptionalLong totalBytes() {
        return OptionalLong.of(0);
    }

    @Override
    public void close() {}
}
