package io.tenth.capture;

import io.tenth.extraction.TimeExtractor;
import io.tenth.mail.RawMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The build of the engine and of the reader before it. What one has analysed, another may see otherwise: it is part of the key of
 * whatever is remembered of an analysis.
 */
@Component
class EngineVersion {

    private static final int LENGTH = 16;
    private static final String UNPACKED = "unpacked";

    private final String value = buildOf(TimeExtractor.class) + "/" + buildOf(RawMail.class);

    /** The beginnings of the digests of the two archives; the same word for all that do not run from an archive. */
    String value() {
        return value;
    }

    private static String buildOf(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(source -> Path.of(uri(source.getLocation().toString())))
                .filter(Files::isRegularFile)
                .map(archive -> digest(archive).substring(0, LENGTH))
                .orElse(UNPACKED);
    }

    private static URI uri(String location) {
        try {
            return new URI(location);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the program is no address: " + location, e);
        }
    }

    private static String digest(Path archive) {
        try {
            return RawMail.digestOf(Files.readAllBytes(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
