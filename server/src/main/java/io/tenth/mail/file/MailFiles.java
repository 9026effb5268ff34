package io.tenth.mail.file;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailParser;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.RawMail;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Opens mail that lies in files: an mbox, a Maildir, a single message, a folder or a zip of any of these, or an uploaded
 * stream.
 *
 * <p>What a file is, is told by its content. In a folder, files that neither hold mail nor are named like it (.eml,
 * .mbox, .mbx) are passed over, and so are zips; a file that was asked for by itself is reported as unreadable when it is
 * no mail.
 */
public final class MailFiles {

    /** How many bytes of a file's beginning {@link #isMail} wants to see. */
    public static final int BEGINNING = MailFileKind.BYTES_NEEDED;

    private static final String NESTED =
            "It is an archive within an archive. Unpack the outer one, and read this by itself.";

    private final MailLimits limits;

    /** What is done with a zip. */
    private enum Zip {
        OPENED,
        REFUSED,
        PASSED_OVER
    }

    public MailFiles(MailLimits limits) {
        this.limits = limits;
    }

    /** Whether a file that begins so is an mbox or a message, so that another can be refused before it is taken in. */
    public static boolean isMail(byte[] beginning) {
        return switch (MailFileKind.of(new String(beginning, StandardCharsets.ISO_8859_1))) {
            case MBOX, MESSAGE -> true;
            case ZIP, EMPTY, OTHER -> false;
        };
    }

    /** Whether a file that begins so is a zip, which may hold mail. */
    public static boolean isArchive(byte[] beginning) {
        return MailFileKind.of(new String(beginning, StandardCharsets.ISO_8859_1)) == MailFileKind.ZIP;
    }

    /** Opens a file or a folder; fails when there is none. */
    public MailSource open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new FolderSource(FolderListing.of(path), this);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new FolderSource(List.of(new FolderListing.Item(path, true)), this);
    }

    /**
     * Opens an uploaded mbox, message or zip of them. An empty stream holds no message, unless its name says that it is one.
     *
     * @param name what to call it in the location of an unreadable message
     */
    public MailSource open(InputStream in, String name) throws IOException {
        return open(in, name, OptionalLong.empty(), 0, Zip.OPENED).orElseGet(() -> notMail(name, 0));
    }

    /** Takes a message apart that one of these sources gave. */
    MailReading read(RawMail mail) {
        return new MailParser(limits).read(mail);
    }

    /** Opens a file of a folder; empty when it is to be passed over. */
    Optional<MailSource> open(FolderListing.Item item, int position) throws IOException {
        String name = item.path().toString();
        InputStream in = Files.newInputStream(item.path());
        try {
            OptionalLong size = OptionalLong.of(Files.size(item.path()));
            Optional<MailSource> opened = open(in, name, size, position, item.isMail() ? Zip.OPENED : Zip.PASSED_OVER);
            if (opened.isEmpty()) {
                in.close();
                return item.isMail() ? Optional.of(notMail(name, position)) : Optional.empty();
            }
            return opened;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Opens a file of an archive; empty when it is to be passed over. */
    Optional<MailSource> openPacked(InputStream in, String name, int position, boolean isMail) throws IOException {
        return open(in, name, OptionalLong.empty(), position, Zip.REFUSED)
                .or(() -> isMail ? Optional.of(notMail(name, position)) : Optional.empty());
    }

    private Optional<MailSource> open(InputStream raw, String name, OptionalLong size, int position, Zip zip)
            throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, MailFileKind.BYTES_NEEDED);
        in.mark(MailFileKind.BYTES_NEEDED);
        String beginning = new String(in.readNBytes(MailFileKind.BYTES_NEEDED), StandardCharsets.ISO_8859_1);
        in.reset();
        in.skipNBytes(MailFileKind.padding(beginning));
        return switch (MailFileKind.of(beginning)) {
            case MBOX -> Optional.of(new MboxSource(in, name, size, position, limits));
            case MESSAGE -> Optional.of(new SingleSource(in, name, size, position, limits));
            case ZIP -> zipped(in, name, size, position, zip);
            case EMPTY -> Optional.of(emptyFile(name, position));
            case OTHER -> Optional.empty();
        };
    }

    private Optional<MailSource> zipped(InputStream in, String name, OptionalLong size, int position, Zip zip) {
        return switch (zip) {
            case OPENED -> Optional.of(new ZipSource(in, name, size, position, this));
            case REFUSED -> Optional.of(FixedSource.refusing(position, name, NESTED));
            case PASSED_OVER -> Optional.empty();
        };
    }

    /** An mbox without a message is a mailbox without mail; a message file without a message is a fault. */
    private static MailSource emptyFile(String name, int position) {
        return name.toLowerCase(Locale.ROOT).endsWith(".eml")
                ? FixedSource.refusing(position, name, "It is empty.")
                : FixedSource.empty();
    }

    private static MailSource notMail(String name, int position) {
        return FixedSource.refusing(position, name, "It looks neither like a mail message nor like an mbox file.");
    }
}
