package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;

/** Finds whether work is charged: its sentence, its line and the heading above may say that it is not. */
final class Charge {

    boolean isBillable(Scene scene) {
        return !has(scene, Tag.NON_BILLABLE) && !isInternal(scene);
    }

    boolean isInternal(Scene scene) {
        return has(scene, Tag.INTERNAL);
    }

    private static boolean has(Scene scene, Tag tag) {
        Range heading = new Headings(scene.page()).above(scene);
        return scene.tokens().has(scene.sentence(), tag)
                || scene.tokens()
                        .has(
                                scene.layout().rowStart(scene.amount().from()),
                                scene.share().to(),
                                tag)
                || scene.tokens().has(heading, tag);
    }
}
