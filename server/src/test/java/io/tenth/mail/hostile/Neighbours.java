package io.tenth.mail.hostile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts hostile messages into one mbox, folder or zip, with a harmless one before, between and after them. */
final class Neighbours {

    private static final String FROM_LINE = "From dana@firm.example Fri Mar 20 22:17:00 2026\n";

    private Neighbours() {}

    /** A harmless message; its subject tells its number. */
    static byte[] harmless(int number) {
        return ("Date: Fri, 20 Mar 2026 17:17:00 -0500\nSubject: harmless " + number + "\n\nSpent " + number
                        + " hours.\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes an mbox. Without quoting, a message may fall into several. */
    static void mbox(Path file, List<HostileMessage> messages, boolean quoting) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            enclose(out, harmless(0), quoting);
            for (int i = 0; i < messages.size(); i++) {
                enclose(out, messages.get(i).bytes(), quoting);
                enclose(out, harmless(i + 1), quoting);
            }
        }
    }

    /** Writes a folder of messages, in their order. */
    static void folder(Path folder, List<HostileMessage> messages) throws IOException {
        Files.write(folder.resolve("00000-0.eml"), harmless(0));
        for (int i = 0; i < messages.size(); i++) {
            var number = "%05d-".formatted(i + 1);
            Files.write(folder.resolve(number + "0.eml"), messages.get(i).bytes());
            Files.write(folder.resolve(number + "1.eml"), harmless(i + 1));
        }
    }

    /** Writes a zip of a Maildir. */
    static void zip(OutputStream out, List<HostileMessage> messages) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            pack(zip, "Sent/cur/0:2,S", harmless(0));
            for (int i = 0; i < messages.size(); i++) {
                pack(zip, "Sent/cur/" + i + ".hostile:2,S", messages.get(i).bytes());
                pack(zip, "Sent/cur/" + i + ".harmless:2,S", harmless(i + 1));
            }
        }
    }

    static void pack(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static void enclose(OutputStream out, byte[] message, boolean quoting) throws IOException {
        out.write(FROM_LINE.getBytes(StandardCharsets.US_ASCII));
        for (int from = 0, to; from < message.length; from = to) {
            to = lineEnd(message, from);
            if (quoting && isFromLine(message, from, to)) {
                out.write('>');
            }
            out.write(message, from, to - from);
        }
        out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(bytes.length, at + 1);
    }

    private static boolean isFromLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == '>') {
            at++;
        }
        return new String(bytes, at, Math.min(5, to - at), StandardCharsets.ISO_8859_1).equals("From ");
    }
}
