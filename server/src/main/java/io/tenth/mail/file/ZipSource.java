package io.tenth.mail.file;

import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.RawMail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The mail of a zip, in the order in which it was packed, unpacked as it is read.
 *
 * <p>Nothing is written anywhere and the names in it are only shown, so that none can lead out of a folder. It is read from its
 * beginning on and its directory is never looked at, so that no two files in it can share their bytes. What it unpacks to is
 * bounded by {@link PackedBytes}; an archive within it is refused unread. Where it can be read no further, that is told once
 * and ends it; the messages before that place stand.
 */
final class ZipSource implements MailSource {

    private static final int MOST_FILES = 500_000;

    private static final String NO_MAIL = "There is no mail in this archive: no mbox file, no message and no Maildir.";
    private static final String TOO_MANY = "The archive holds more than " + MOST_FILES
            + " files; those behind this place were not read. Split it, and read the parts.";
    private static final String DAMAGED =
            "The archive is damaged, encrypted or packed in an unusual way; what stands behind "
                    + "this place in it was not read. Unpack it, and read what was in it.";

    private final PackedBytes packed;
    private final ZipInputStream zip;
    private final String name;
    private final OptionalLong totalBytes;
    private final MailFiles opener;
    private final byte[] passedOver = new byte[8 * 1024];
    private int position;
    private int files;
    private boolean found;
    private boolean over;
    private @Nullable MailSource current;

    ZipSource(InputStream in, String name, OptionalLong totalBytes, int position, MailFiles opener) {
        this.packed = new PackedBytes(in);
        this.zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1);
        this.name = name;
        this.totalBytes = totalBytes;
        this.position = position;
        this.opener = opener;
    }

    @Override
    public Optional<MailReading> next() throws IOException {
        return take().map(opener::read);
    }

    @Override
    public Optional<RawMail> take() throws IOException {
        Optional<RawMail> taken = over ? Optional.empty() : taken();
        if (taken.isPresent()) {
            position++;
        }
        return taken;
    }

    @Override
    public int skip(int messages) throws IOException {
        int skipped = 0;
        while (skipped < messages && take().isPresent()) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public long bytesRead() {
        return packed.count();
    }

    @Override
    public OptionalLong totalBytes() {
        return totalBytes;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private Optional<RawMail> taken() throws IOException {
        try {
            for (MailSource source = source(); source != null; source = source()) {
                Optional<RawMail> taken = source.take();
                if (taken.isPresent()) {
                    found = true;
                    return taken;
                }
                current = null;
            }
        } catch (PackedBytes.TooMuchException bomb) {
            return ending(bomb.sentence());
        } catch (IOException | IllegalArgumentException damaged) {
            packed.requireNoFailure();
            return ending(DAMAGED);
        }
        over = true;
        return found ? Optional.empty() : ending(NO_MAIL);
    }

    private Optional<RawMail> ending(String reason) {
        over = true;
        return Optional.of(new RawMail.Refused(position, name, reason));
    }

    /** The source being read; opens the next file when there is none, null when all are read. */
    private @Nullable MailSource source() throws IOException {
        while (current == null) {
            passOverRest();
            ZipEntry file = zip.getNextEntry();
            if (file == null) {
                return null;
            }
            if (++files > MOST_FILES) {
                throw new PackedBytes.TooMuchException(TOO_MANY);
            }
            current = opened(new PackedName(file.getName())).orElse(null);
        }
        return current;
    }

    private void passOverRest() throws IOException {
        InputStream rest = packed.unpacking(zip);
        int read;
        do {
            read = rest.read(passedOver);
        } while (read >= 0);
    }

    private Optional<MailSource> opened(PackedName file) throws IOException {
        return file.isPassedOver()
                ? Optional.empty()
                : opener.openPacked(packed.unpacking(zip), name + ", " + file.shown(), position, file.isMail());
    }
}
