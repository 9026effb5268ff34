package io.tenth.mail;

import io.tenth.shared.Actor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Reads a stored file of mail as one stream, a few pieces in memory at a time. */
@Service
public class UploadReader {

    private static final int PIECES_AT_ONCE = 4;

    private final Uploads files;

    UploadReader(Uploads files) {
        this.files = files;
    }

    /** The content from its first byte. Reading it throws {@link IllegalStateException} at a piece that is missing or changed. */
    public InputStream open(Upload file, Actor.Person person) {
        return new Pieces(file, person);
    }

    private final class Pieces extends InputStream {

        private final Upload file;
        private final Actor.Person person;
        private final Map<Integer, byte[]> waiting = new HashMap<>();
        private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);
        private int next;

        Pieces(Upload file, Actor.Person person) {
            this.file = file;
            this.person = person;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            var read = current().readNBytes(into, offset, length);
            return read == 0 && length > 0 ? -1 : read;
        }

        /** The piece that has something left; an empty one at the end of the file. */
        private ByteArrayInputStream current() {
            while (piece.available() == 0 && next < file.chunks()) {
                piece = new ByteArrayInputStream(piece(next++));
            }
            return piece;
        }

        private byte[] piece(int number) {
            if (waiting.isEmpty()) {
                waiting.putAll(files.pieces(file.id(), number, PIECES_AT_ONCE, person));
            }
            var piece = waiting.remove(number);
            if (piece == null) {
                throw new IllegalStateException("piece " + number + " of " + file.id() + " is missing");
            }
            return piece;
        }
    }
}
