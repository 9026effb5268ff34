package io.tenth.client;

import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import java.util.List;

/** Other ways in which people write a name. */
final class Aliases {

    private static final int MOST = 20;

    private Aliases() {}

    static List<String> of(List<String> typed, String whose) {
        if (typed.size() > MOST) {
            throw DomainException.invalid("aliases", whose + " has at most " + MOST + " aliases.");
        }
        return typed.stream()
                .map(alias -> Line.of(alias, "aliases", "An alias", 200))
                .toList();
    }
}
