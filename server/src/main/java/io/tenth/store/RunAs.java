package io.tenth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The user that PostgreSQL runs as, which must not be root.
 *
 * <p>A person runs it directly. Root enters a user namespace in which it is nobody, and where the machine forbids that,
 * becomes the user nobody.
 *
 * @param prefix what stands in front of a command
 * @param owner whom the data must belong to; empty when it is the user of this process anyway
 */
record RunAs(List<String> prefix, OptionalInt owner) {
    private static final int ROOT_UID = 0;
    private static final int NOBODY_UID = 65534;

    static final RunAs DIRECTLY = new RunAs(List.of(), OptionalInt.empty());
    static final RunAs NAMESPACE = new RunAs(List.of("unshare", "-U"), OptionalInt.of(ROOT_UID));
    static final RunAs NOBODY = new RunAs(
            List.of("setpriv", "--reuid=" + NOBODY_UID, "--regid=" + NOBODY_UID, "--clear-groups"),
            OptionalInt.of(NOBODY_UID));

    static RunAs detected() throws IOException {
        boolean root = ProcessHandle.current().info().user().equals(Optional.of("root"));
        if (!root) {
            return DIRECTLY;
        }
        for (RunAs choice : List.of(NAMESPACE, NOBODY)) {
            if (Command.succeeds(choice.command("true"))) {
                return choice;
            }
        }
        throw new StartRefusedException("PostgreSQL does not run as root: start Tenth as another user.");
    }

    List<String> command(String... words) {
        return Command.joined(prefix, List.of(words));
    }

    /** Refuses a place that the user cannot enter: a home of root's is closed to others. */
    void requireAccessTo(String program) {
        if (!Command.succeeds(command("test", "-x", program))) {
            throw new StartRefusedException("The user that PostgreSQL runs as cannot enter the folder of " + program
                    + ": choose another home, or start Tenth as a user other than root.");
        }
    }

    /** Hands a folder and all in it to the user; data that was used in another way before changes hands. */
    void own(Path folder) throws IOException {
        if (owner.isEmpty() || Files.getAttribute(folder, "unix:uid").equals(owner.getAsInt())) {
            return;
        }
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.toList();
        }
        // The folder itself comes last: an interrupted change is seen, and made again.
        for (Path path : all.reversed()) {
            Files.setAttribute(path, "unix:gid", owner.getAsInt(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", owner.getAsInt(), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
