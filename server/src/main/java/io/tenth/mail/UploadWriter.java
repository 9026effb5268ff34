package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import io.tenth.shared.UploadId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes in a file of mail piece by piece: its size does not matter to the memory of the server. */
@Service
public class UploadWriter {

    /** Small enough that the collector of a small heap takes a piece for nothing out of the ordinary. */
    private static final int PIECE = 256 << 10;

    private static final int PIECES_AT_ONCE = 4;
    private static final int LONGEST_NAME = 255;
    private static final long MOST = 2L << 30;

    private final Uploads files;

    UploadWriter(Uploads files) {
        this.files = files;
    }

    /** Stores a stream that says no length, to its end. */
    public UploadId store(MailboxId mailbox, String name, InputStream content, Actor.Person person) throws IOException {
        return store(mailbox, name, content, null, person);
    }

    /**
     * Stores the stream to its end. What was stored is forgotten again when the stream breaks off.
     *
     * @param announced the length that the sender says it has; null where it says none
     */
    public UploadId store(
            MailboxId mailbox, String name, InputStream content, @Nullable Long announced, Actor.Person person)
            throws IOException {
        var file = files.begin(mailbox, shortened(name), announced, person);
        var complete = false;
        try {
            copy(file, content, person);
            complete = true;
        } finally {
            if (!complete) {
                files.remove(file, person);
            }
        }
        return file;
    }

    private void copy(UploadId file, InputStream content, Actor.Person person) throws IOException {
        var chunks = 0;
        var size = 0L;
        for (var pieces = next(content); !pieces.isEmpty(); pieces = next(content)) {
            files.append(file, chunks, pieces, person);
            chunks += pieces.size();
            size += pieces.stream().mapToLong(piece -> piece.length).sum();
            if (size > MOST) {
                throw DomainException.invalid("The file is larger than 2 GB. Split it, and scan the parts.");
            }
        }
        if (size == 0) {
            throw DomainException.invalid("The file is empty.");
        }
        files.complete(file, chunks, size, person);
    }

    /** The pieces that come next; none at the end. */
    private static List<byte[]> next(InputStream content) throws IOException {
        var pieces = new ArrayList<byte[]>();
        var piece = content.readNBytes(PIECE);
        while (piece.length > 0) {
            pieces.add(piece);
            piece = pieces.size() < PIECES_AT_ONCE ? content.readNBytes(PIECE) : new byte[0];
        }
        return pieces;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
