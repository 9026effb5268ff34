package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.Context;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.score.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the client or matter of work. */
final class Matters {

    Matters(SentMessage message, Context context, List<Verdict> verdicts) {}

    @Nullable
    String of(Scene scene) {
        return null;
    }
}
