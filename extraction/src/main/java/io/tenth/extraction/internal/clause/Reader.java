package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads a message: asks every witness about every amount, then compares the amounts with each other. */
public final class Reader {

    private static final List<Witness> WITNESSES = List.of(
            Reader::form,
            new WorkerWitness(),
            new FactWitness(),
            new NounWitness(),
            new WorkWitness(),
            new BillingWitness(),
            new LifeWitness(),
            new ContextWitness(),
            new TableWitness());

    private Reader() {}

    public static List<Testimony> read(Page page) {
        List<Testimony> all = new ArrayList<>();
        for (Scene scene : Scenes.of(page)) {
            Set<Evidence> seen = EnumSet.noneOf(Evidence.class);
            for (Witness witness : WITNESSES) {
                witness.look(scene, seen);
            }
            all.add(new Testimony(scene, seen));
        }
        new Coordination(page).compare(all);
        new Corrections(page).compare(all);
        return all;
    }

    private static void form(Scene scene, Set<Evidence> seen) {
        if (scene.isBare()) {
            seen.add(Evidence.NO_UNIT);
        }
        if (scene.amount().is(Kind.DAYS)) {
            boolean one =
                    scene.tokens().has(scene.amount().from(), scene.amount().to(), Tag.WHOLE)
                            || scene.tokens().has(scene.amount().range(), Tag.FRACTION);
            seen.add(one ? Evidence.WHOLE_OR_HALF_DAY : Evidence.DAYS_RATHER_THAN_HOURS);
        }
        if (scene.amount().is(Kind.CLOCK)) {
            seen.add(Evidence.LOOKS_LIKE_AN_APPOINTMENT);
        }
        int hours = scene.amount().minutes() / 60;
        if (scene.amount().minutes() < 1 || hours > (scene.amount().is(Kind.DAYS) ? 60 : 40)) {
            seen.add(Evidence.IMPLAUSIBLE_LENGTH);
        }
    }
}
