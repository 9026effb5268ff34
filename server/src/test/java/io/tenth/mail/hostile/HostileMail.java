package io.tenth.mail.hostile;

import java.util.List;
import java.util.stream.Stream;

/** The whole collection: the files, and what is made by rule because it is large or systematic. */
final class HostileMail {

    private HostileMail() {}

    static List<HostileMessage> all() {
        return Stream.of(HostileFile.all(), Bombs.all(), Controls.all(), Charsets.all())
                .flatMap(List::stream)
                .toList();
    }
}
