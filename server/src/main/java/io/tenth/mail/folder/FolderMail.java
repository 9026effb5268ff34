package io.tenth.mail.folder;

import io.tenth.mail.Connection;
import io.tenth.mail.MailLimits;
import io.tenth.mail.MailService;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession;
import io.tenth.mail.MailSettings;
import io.tenth.mail.MailboxKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folders of this server, below the one that the operator has opened. No path leads out of it, by {@code ..} or by a link. */
@Component
final class FolderMail implements MailService {

    private static final String NO_FOLDER = "There is no such folder of yours on this server, or it cannot be read.";

    private final @Nullable Path root;

    FolderMail(MailSettings settings) {
        this.root = settings.folder();
    }

    @Override
    public MailboxKind kind() {
        return MailboxKind.FOLDER;
    }

    @Override
    public MailSession open(Connection connection) throws MailServiceException {
        if (!(connection instanceof Connection.Folder folder)) {
            throw new IllegalArgumentException("not a connection to a folder: " + connection);
        }
        return new FolderSession(within(folder.path()), MailLimits.DEFAULT);
    }

    /** The real folder. Its first part is its owner's, so it stays within that one. */
    private Path within(String path) throws MailServiceException {
        if (root == null) {
            throw new Impossible(
                    "No folder of mail is open on this server. Whoever runs Tenth can name one with MAIL_FOLDER.");
        }
        try {
            var asked = root.resolve(path).normalize();
            var owner = root.resolve(Path.of(path).getName(0)).toRealPath();
            var real = asked.toRealPath();
            var stays = owner.startsWith(root.toRealPath())
                    && owner.getFileName().equals(Path.of(path).getName(0))
                    && real.startsWith(owner);
            if (stays && Files.isDirectory(real) && Files.isReadable(real)) {
                return real;
            }
        } catch (IOException notThere) {
            throw new Unavailable(NO_FOLDER, notThere);
        } catch (InvalidPathException noPath) {
            throw new Impossible(NO_FOLDER);
        }
        throw new Impossible(NO_FOLDER);
    }
}
