package io.tenth.mail.file;

import java.util.Arrays;
import java.util.List;

/** The name of a file in an archive, which anybody may have written: it is looked at and shown, and never a path of ours. */
record PackedName(String name) {

    private static final int LONGEST_SHOWN = 200;

    /** Folders, hidden files with those of macOS among them, hidden folders, and what a Maildir has not yet taken in. */
    boolean isPassedOver() {
        List<String> path = path();
        String last = path.getLast();
        boolean unfinished = parent().equals("tmp") && !MailFileKind.isNamedAsMail(last);
        boolean hidden = !isInMaildir() && path.stream().anyMatch(PackedName::isHidden);
        return last.isEmpty() || isHidden(last) || path.contains("__MACOSX") || unfinished || hidden;
    }

    /** Whether it claims to be mail by its name or place, so that it is reported when it is none. */
    boolean isMail() {
        return isInMaildir() || MailFileKind.isNamedAsMail(path().getLast());
    }

    /** For its owner: one line, not long. */
    String shown() {
        String line = name.chars()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() <= LONGEST_SHOWN ? line : "…" + line.substring(line.length() - LONGEST_SHOWN);
    }

    private boolean isInMaildir() {
        return parent().equals("cur") || parent().equals("new");
    }

    private String parent() {
        List<String> path = path();
        return path.size() < 2 ? "" : path.get(path.size() - 2);
    }

    private List<String> path() {
        return Arrays.asList(name.replace('\\', '/').split("/", -1));
    }

    private static boolean isHidden(String part) {
        return part.startsWith(".") && !part.equals(".") && !part.equals("..");
    }
}
