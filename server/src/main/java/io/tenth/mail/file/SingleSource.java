package io.tenth.mail.file;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailParser;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.RawMail;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** A file or stream that is one message. */
final class SingleSource implements MailSource {

    private final InputStream in;
    private final String name;
    private final OptionalLong totalBytes;
    private final int position;
    private final MailLimits limits;
    private boolean done;
    private long bytesRead;

    SingleSource(InputStream in, String name, OptionalLong totalBytes, int position, MailLimits limits) {
        this.in = in;
        this.name = name;
        this.totalBytes = totalBytes;
        this.position = position;
        this.limits = limits;
    }

    @Override
    public Optional<MailReading> next() throws IOException {
        return take().map(new MailParser(limits)::read);
    }

    @Override
    public Optional<RawMail> take() throws IOException {
        if (done) {
            return Optional.empty();
        }
        done = true;
        byte[] raw = in.readNBytes(limits.rawBytes() + 1);
        bytesRead = raw.length;
        return Optional.of(new RawMail.Whole(position, name, raw, null));
    }

    @Override
    public int skip(int messages) {
        if (done || messages < 1) {
            return 0;
        }
        done = true;
        return 1;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public OptionalLong totalBytes() {
        return totalBytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
