package io.tenth.extraction.internal.score;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.internal.attribution.WorkKind;
import io.tenth.extraction.internal.model.Features.Place;
import io.tenth.extraction.internal.model.LinearModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An amount of labelled mail as a model sees it.
 *
 * @param source the file it stands in, and the line
 * @param text the amount with some words around it
 * @param features the names of its features
 * @param entry whether it is a time entry
 * @param kind the kind of work; null where it is none or not labelled
 */
record LabelledAmount(
        String source,
        String text,
        Set<String> features,
        boolean entry,
        @Nullable ActivityType kind) {

    /** Stands in the name of a word that counts wherever in the message it stands. */
    static final String OF_MESSAGE = " " + Place.MESSAGE + " ";

    /** The feature of every amount of a single sentence. */
    static final String SENTENCE = "sentence";

    /** Single sentences are plenty, and denser than mail is. */
    private static final double WORTH_OF_SENTENCE = 0.5;

    /**
     * How often what looks like a labelled entry is none in mail that nobody has labelled yet: it keeps the judge from being
     * surer than such mail allows, and in doubt from proposing.
     */
    private static final double DOUBT = 0.015;

    private static final List<ActivityType> KINDS = List.of(ActivityType.values());

    LabelledAmount {
        features = Set.copyOf(features);
    }

    /**
     * The same amount as one of a single sentence. What tells such a sentence from a whole message gets features of its own,
     * so that the weights that messages are judged by are learnt from messages.
     */
    LabelledAmount alone() {
        Set<String> more = new HashSet<>(features);
        more.removeIf(name -> name.contains(OF_MESSAGE));
        more.add(SENTENCE);
        for (String name : features) {
            if (isOfForm(name)) {
                more.add((SENTENCE + " " + name).intern());
            }
        }
        return new LabelledAmount(source, text, more, entry, kind);
    }

    /** Whether it says how the amount stands rather than which words are around it; names are of the form as well. */
    private static boolean isOfForm(String name) {
        return !name.contains(LinearModel.TOGETHER) && isSignOrRole(name);
    }

    private static boolean isSignOrRole(String name) {
        return name.startsWith("sign ")
                || name.startsWith("evidence ")
                || name.startsWith("role ")
                || name.endsWith(" @name");
    }

    /** What the amount teaches of the verdict. */
    Trainer.Example verdict() {
        Set<String> names = features.stream().filter(name -> !isOfKind(name)).collect(Collectors.toUnmodifiableSet());
        return new Trainer.Example(names, entry ? 1 : 0, worth(), entry ? DOUBT : 0);
    }

    /** What the amount teaches of the kind of work. */
    Trainer.Example kindOfWork() {
        Set<String> names = features.stream().filter(LabelledAmount::isOfKind).collect(Collectors.toUnmodifiableSet());
        return new Trainer.Example(names, KINDS.indexOf(kind), worth(), 0);
    }

    private double worth() {
        return features.contains(SENTENCE) ? WORTH_OF_SENTENCE : 1;
    }

    private static boolean isOfKind(String name) {
        return name.startsWith(WorkKind.FEATURE);
    }
}
