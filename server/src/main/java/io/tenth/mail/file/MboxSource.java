package io.tenth.mail.file;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailParser;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.RawMail;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The messages of an mbox file, cut apart at its From_ lines.
 *
 * <p>A line that begins with "From " is such a line when two of three signs are there: an empty line before it, a date
 * in it, a mail header after it. That reads all variants in use, also those that quote nothing (mboxcl). One {@code >}
 * is taken from {@code >From }, as mboxrd prescribes.
 *
 * <p>The splitter is our own because mime4j's iterator maps the whole file through a character buffer as large as the
 * largest message, reads no stream, and fails for good at a message beyond its limit. Here such a message is reported
 * and the next one read.
 */
final class MboxSource implements MailSource {

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private final LineStream lines;
    private final String name;
    private final MailLimits limits;
    private final MailParser parser;
    private final OptionalLong totalBytes;
    private int position;
    private boolean begun;
    private boolean atFromLine;
    private Optional<OffsetDateTime> fromLineDate = Optional.empty();

    /** Reads from a stream that begins with a From_ line; the first message gets the position given. */
    MboxSource(InputStream in, String name, OptionalLong totalBytes, int firstPosition, MailLimits limits) {
        this.lines = new LineStream(in);
        this.name = name;
        this.totalBytes = totalBytes;
        this.position = firstPosition;
        this.limits = limits;
        this.parser = new MailParser(limits);
    }

    /** How a message stands in the file: where its From_ line begins, and the date of that line. */
    record Envelope(long offset, Optional<OffsetDateTime> date) {}

    @Override
    public Optional<MailReading> next() throws IOException {
        return take().map(parser::read);
    }

    @Override
    public Optional<RawMail> take() throws IOException {
        MessageBytes message = new MessageBytes(limits.rawBytes());
        Optional<Envelope> envelope = copyNext(message);
        if (envelope.isEmpty()) {
            return Optional.empty();
        }
        String location =
                name + ", message " + position + " at byte " + envelope.get().offset();
        return Optional.of(
                raw(position - 1, location, message, envelope.get().date().orElse(null)));
    }

    /** Reads the next message unparsed, its quoting taken off; empty at the end. */
    Optional<Envelope> copyNext(OutputStream message) throws IOException {
        if (!toFromLine()) {
            return Optional.empty();
        }
        Envelope envelope = new Envelope(lines.offset(), fromLineDate);
        readTo(message);
        position++;
        return Optional.of(envelope);
    }

    @Override
    public int skip(int messages) throws IOException {
        int skipped = 0;
        while (skipped < messages && toFromLine()) {
            readTo(OutputStream.nullOutputStream());
            skipped++;
            position++;
        }
        return skipped;
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public OptionalLong totalBytes() {
        return totalBytes;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private RawMail raw(int at, String location, MessageBytes message, @Nullable OffsetDateTime envelopeDate) {
        return message.isOverLimit()
                ? new RawMail.Refused(at, location, MailParser.tooLarge(limits))
                : new RawMail.Whole(at, location, message.withoutClosingLine(), envelopeDate);
    }

    private boolean toFromLine() throws IOException {
        if (!begun) {
            begun = true;
            atFromLine = lines.advance();
            fromLineDate = FromLine.date(lines.text());
        }
        return atFromLine;
    }

    /** Reads the message behind the From_ line and stops at the next one. */
    private void readTo(OutputStream message) throws IOException {
        boolean inFromLine = true;
        boolean afterBlank = false;
        atFromLine = false;
        while (!atFromLine && lines.advance()) {
            if (isFromLine(afterBlank)) {
                atFromLine = true;
            } else if (!inFromLine || lines.startsLine()) {
                inFromLine = false;
                lines.copyTo(message, isQuotedFrom() ? 1 : 0);
            }
            afterBlank = lines.startsLine() && lines.isBlank();
        }
    }

    private boolean isFromLine(boolean afterBlank) {
        if (!lines.startsLine() || !lines.startsWith(FROM)) {
            return false;
        }
        fromLineDate = FromLine.date(lines.text());
        int signs = afterBlank ? 1 : 0;
        signs += fromLineDate.isPresent() ? 1 : 0;
        return signs == 2 || (signs == 1 && MailFileKind.looksLikeMessage(lines.following()));
    }

    private boolean isQuotedFrom() {
        int quotes = 0;
        while (lines.startsLine() && quotes < lines.length() && lines.byteAt(quotes) == '>') {
            quotes++;
        }
        return quotes > 0 && lines.startsWith(FROM, quotes);
    }
}
