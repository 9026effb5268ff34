package io.tenth.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the parts of one message: keeps the header and the text, passes over everything else.
 *
 * <p>Enclosed messages are not opened: their words are not the author's own.
 */
final class MessageContent {

    private static final int MOST_BYTES_A_CHARACTER = 4;

    private final MailLimits limits;
    private final MimeTokenStream tokens;
    private final BodyChoice body = new BodyChoice();
    private @Nullable PartHeader messageHeader;
    private PartHeader partHeader;
    private int depth;
    private int parts;
    private long decodedBytes;
    private long characters;

    MessageContent(MailLimits limits) {
        this.limits = limits;
        this.partHeader = new PartHeader(limits);
        this.tokens = new MimeTokenStream(new MimeConfig.Builder()
                .setMaxLineLen(limits.headerLineBytes())
                .setMaxHeaderCount(limits.headers())
                .setMaxHeaderLen(limits.headerBytes())
                .build());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    void read(InputStream raw) throws IOException, MimeException, MailRefused {
        tokens.parse(raw);
        while (tokens.getState() != EntityState.T_END_OF_STREAM) {
            see(tokens.getState());
            tokens.next();
        }
    }

    PartHeader header() {
        return messageHeader == null ? partHeader : messageHeader;
    }

    BodyChoice.Text body() {
        return body.chosen();
    }

    private void see(EntityState state) throws IOException, MailRefused {
        switch (state) {
            case T_START_HEADER -> partHeader = new PartHeader(limits);
            case T_FIELD -> partHeader.add(tokens.getField());
            case T_END_HEADER -> endHeader();
            case T_START_BODYPART -> countPart();
            case T_START_MULTIPART -> openMultipart(tokens.getBodyDescriptor());
            case T_END_MULTIPART -> closeMultipart();
            case T_BODY -> readText(tokens.getBodyDescriptor());
            case T_START_MESSAGE, T_END_MESSAGE, T_RAW_ENTITY -> {}
            case T_PREAMBLE, T_EPILOGUE, T_END_BODYPART, T_END_OF_STREAM -> {}
        }
    }

    private void endHeader() {
        if (messageHeader == null) {
            messageHeader = partHeader;
        }
    }

    private void countPart() throws MailRefused {
        parts++;
        if (parts > limits.parts()) {
            throw new MailRefused("It has more than " + limits.parts() + " parts.");
        }
    }

    private void openMultipart(BodyDescriptor descriptor) throws MailRefused {
        depth++;
        if (depth > limits.depth()) {
            throw new MailRefused("Its parts are nested more than " + limits.depth() + " deep.");
        }
        body.openMultipart(descriptor.getSubType());
    }

    private void closeMultipart() {
        depth--;
        body.closeMultipart();
    }

    private void readText(BodyDescriptor descriptor) throws IOException, MailRefused {
        if (depth == 0 && isBrokenMultipart()) {
            throw new MailRefused("It is a multipart message that names no boundary between its parts.");
        }
        boolean html = descriptor.getMimeType().equals("text/html");
        boolean plain = descriptor.getMimeType().equals("text/plain");
        boolean attached = depth > 0 && partHeader.isAttachment();
        if ((html || plain) && !attached && !isBrokenMultipart()) {
            byte[] bytes = decoded();
            requireRoomFor(bytes.length / MOST_BYTES_A_CHARACTER);
            String text = BodyText.decode(bytes, descriptor.getCharset());
            body.add(new BodyChoice.Text(html, counted(plain ? unflowed(text) : text)));
        }
    }

    /** The parser shows a part that says multipart but names no boundary as plain text. */
    private boolean isBrokenMultipart() {
        return partHeader.keyword("content-type").startsWith("multipart/");
    }

    private byte[] decoded() throws IOException, MailRefused {
        long left = limits.decodedBytes() - decodedBytes;
        int most = (int) Math.min(left + 1, Integer.MAX_VALUE - 8);
        byte[] bytes = tokens.getDecodedInputStream().readNBytes(most);
        if (bytes.length > left) {
            throw new MailRefused("Its text is larger than the limit of " + limits.decodedBytes() + " bytes.");
        }
        decodedBytes += bytes.length;
        return bytes;
    }

    private String counted(String text) throws MailRefused {
        requireRoomFor(text.length());
        characters += text.length();
        return text;
    }

    private void requireRoomFor(int more) throws MailRefused {
        if (characters + more > limits.textCharacters()) {
            throw new MailRefused("Its text is longer than the limit of " + limits.textCharacters() + " characters.");
        }
    }

    private String unflowed(String text) {
        Optional<String> format = partHeader.parameter("content-type", "format");
        if (format.filter("flowed"::equalsIgnoreCase).isEmpty()) {
            return text;
        }
        boolean deleteSpace = partHeader
                .parameter("content-type", "delsp")
                .filter("yes"::equalsIgnoreCase)
                .isPresent();
        return BodyText.unflow(text, deleteSpace);
    }
}
