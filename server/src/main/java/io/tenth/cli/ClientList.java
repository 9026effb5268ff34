package io.tenth.cli;

import io.tenth.extraction.Context.KnownMatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A person's clients and matters in a CSV file: header {@code name,aliases}, the aliases separated by semicolons. */
final class ClientList {

    /** The file is not such a list; the message says where and why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private final Path file;
    private final List<KnownMatter> clients = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ClientList(Path file) {
        this.file = file;
    }

    static List<KnownMatter> read(Path file) throws Refused {
        try {
            return new ClientList(file).read(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Refused("There is no file " + file + ".");
        } catch (MalformedInputException e) {
            throw new Refused(file + " is not text in UTF-8.");
        } catch (IOException e) {
            throw new Refused(file + " could not be read.");
        }
    }

    private List<KnownMatter> read(String text) throws Refused, IOException {
        try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
            Iterator<CSVRecord> each = rows.iterator();
            boolean atHeader = true;
            while (hasNext(each, rows)) {
                CSVRecord row = each.next();
                if (atHeader) {
                    requireHeader(row);
                } else if (!isBlank(row)) {
                    take(row, rows.getCurrentLineNumber());
                }
                atHeader = false;
            }
            if (atHeader) {
                throw refused(1, "the header name,aliases is missing");
            }
        }
        return List.copyOf(clients);
    }

    private boolean hasNext(Iterator<CSVRecord> each, CSVParser rows) throws Refused {
        long line = rows.getCurrentLineNumber() + 1;
        try {
            return each.hasNext();
        } catch (UncheckedIOException broken) {
            throw refused(line, "the quotation marks do not match");
        }
    }

    private void requireHeader(CSVRecord row) throws Refused {
        List<String> header =
                row.stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
        if (!header.equals(List.of("name", "aliases"))) {
            throw refused(1, "the header must be name,aliases");
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private void take(CSVRecord row, long line) throws Refused {
        if (row.size() > 2) {
            throw refused(
                    line, "there are " + row.size() + " cells, but the header names 2 (quote a name with a comma)");
        }
        String name = row.get(0).strip();
        if (name.isEmpty()) {
            throw refused(line, "the name is empty");
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw refused(line, "the name stands in the file twice");
        }
        clients.add(new KnownMatter(name, row.size() == 1 ? List.of() : aliases(row.get(1))));
    }

    private static List<String> aliases(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    private Refused refused(long line, String reason) {
        return new Refused(file + ", line " + line + ": " + reason + ".");
    }
}
