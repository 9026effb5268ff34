package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks for an instruction: {@code please bill 1.5 to Acme}; and for one to do something else, which is no work done. */
final class BillingWitness implements Witness {

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        int verb = imperative(scene, tokens);
        if (verb < 0) {
            return;
        }
        if (tokens.isAny(verb, Tag.BILL, Tag.CORRECTION)) {
            seen.add(Evidence.BILLING_INSTRUCTION);
        } else if (tokens.has(scene.clause().from(), verb, Tag.REQUEST)) {
            seen.add(Evidence.REQUEST_TO_OTHERS);
        }
    }

    /** The verb that asks for something, before the amount: at the start of the clause, or behind "please". */
    private static int imperative(Scene scene, Tokens tokens) {
        int request = tokens.find(scene.clause().from(), scene.amount().from(), Tag.REQUEST);
        int start = request < 0 ? scene.clause().from() : request + 1;
        while (start < scene.amount().from()
                && (!tokens.isWord(start)
                        || tokens.isAny(start, Tag.ADVERB, Tag.REQUEST, Tag.AND, Tag.SO, Tag.OTHER))) {
            start++;
        }
        boolean verb = start < scene.amount().from() && (request >= 0 || tokens.is(start, Tag.BILL));
        return verb && !tokens.is(start, Tag.GERUND) ? start : -1;
    }
}
