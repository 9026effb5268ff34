package io.tenth.benchmark.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.mboxiterator.MboxIterator;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** A program that cuts a file of mail apart and decodes it with the library that the product has, and does nothing else. */
final class PlainReader {

    private PlainReader() {}

    /** Returns how long it took. */
    static Duration read(Path mbox) throws IOException, MimeException {
        var begun = System.nanoTime();
        var bytes = 0L;
        for (var message : MboxIterator.fromFile(mbox.toFile())
                .charset(StandardCharsets.UTF_8)
                .build()) {
            var tokens = new MimeTokenStream();
            tokens.parse(message.asInputStream(StandardCharsets.UTF_8));
            while (tokens.getState() != EntityState.T_END_OF_STREAM) {
                if (tokens.getState() == EntityState.T_BODY) {
                    bytes += tokens.getDecodedInputStream().readAllBytes().length;
                }
                tokens.next();
            }
        }
        if (bytes == 0) {
            throw new IllegalStateException("the reader saw nothing");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
