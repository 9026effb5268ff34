package io.tenth.extraction.internal.model;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Evidence;
import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.function.Consumer;

/**
 * What a model weighs of an amount: the evidence, how the amount is written, and the words around it with their roles, each
 * by the place in which it stands.
 *
 * <p>A word counts by its stem and in its own language; its role counts in every language, so that what is learnt from one
 * helps the others.
 */
public final class Features {

    /** Where a word stands, seen from the amount. */
    public enum Place {
        SECOND_BEFORE,
        RIGHT_BEFORE,
        RIGHT_AFTER,
        SECOND_AFTER,
        BEFORE,
        AFTER,
        REST_OF_SENTENCE,
        PAIR_BEFORE,
        PAIR_AFTER,
        VERB,
        HEADING,
        SUBJECT,
        MESSAGE
    }

    /** Takes the names of features letter by letter, so that none need be made where only their weight is wanted. */
    public interface Spelling {

        /** The next letter of the name. */
        void put(char letter);

        /** The name is whole. */
        void end();

        /** The name is whole, and counts once more with each that was marked before it: what two signs say together. */
        default void mark() {
            end();
        }

        /** A role of a word, whole. */
        default void role(Place place, Tag tag) {
            put("role ").put(place.name()).put(" ").put(tag.name()).end();
        }

        /** The begin of the name of a word; its stem follows. */
        default void word(String language, Place place) {
            put("word ").put(language).put(" ").put(place.name()).put(" ");
        }

        /** The token letter by letter in lower case, without a copy. */
        default Spelling small(Tokens tokens, int i) {
            for (int at = tokens.start(i); at < tokens.end(i); at++) {
                put(Character.toLowerCase(tokens.source().charAt(at)));
            }
            return this;
        }

        /** The next letters of the name. */
        default Spelling put(String letters) {
            for (int i = 0; i < letters.length(); i++) {
                put(letters.charAt(i));
            }
            return this;
        }
    }

    /** Begins the name of a feature that is a piece of evidence. */
    public static final String EVIDENCE = "evidence ";

    /** What these words mean depends on the other amount that they stand beside: the evidence says it, not the word alone. */
    private static final Tags OF_ACCOUNTS = Tags.of(
            Tag.BILLED,
            Tag.ACTUAL,
            Tag.RESET,
            Tag.RESET_TO,
            Tag.WRITE_OFF,
            Tag.PARTITIVE,
            Tag.WITHDRAWAL,
            Tag.BOOKED,
            Tag.IN_ERROR,
            Tag.RESTATED,
            Tag.RELATIVE,
            Tag.FREE);

    private static final int LONGEST_LOOK = 40;

    /** So near to the amount, two words beside each other say more than each of them, across the end of a sentence too. */
    private static final int CLOSE = 8;

    /** So many words of a message say what kind of mail it is; the rest of a long one would only blur it. */
    private static final int LONGEST_READ = 400;

    /** Shorter words are in every message, and many of them say only that it is long. */
    private static final int SHORTEST_OF_MESSAGE = 4;

    /** How many letters tell a word from others, whatever its ending. */
    public static final int STEM = 6;

    private final Scene scene;
    private final Spelling spelling;

    /** Made once: it is shown the roles of each word. */
    private final Consumer<Tag> role = this::role;

    private Place place = Place.SUBJECT;

    private Features(Scene scene, Spelling spelling) {
        this.scene = scene;
        this.spelling = spelling;
    }

    /** What all amounts of a message share: its words, whatever their place, which tell what kind of mail it is. */
    public static void of(Page page, Spelling spelling) {
        words(page.subject(), spelling);
        words(page.tokens(), spelling);
    }

    private static void words(Tokens tokens, Spelling spelling) {
        for (int i = 0; i < Math.min(tokens.size(), LONGEST_READ); i++) {
            if (tokens.isWord(i) && tokens.end(i) - tokens.start(i) >= SHORTEST_OF_MESSAGE) {
                spelling.word(tokens.language().code(), Place.MESSAGE);
                letters(tokens, i, spelling);
                spelling.end();
            }
        }
    }

    /** What one amount has of its own. */
    public static void of(Testimony testimony, Spelling spelling) {
        for (Evidence evidence : testimony.seen()) {
            spelling.put(EVIDENCE).put(evidence.reason()).mark();
        }
        var features = new Features(testimony.scene(), spelling);
        new Signs(testimony.scene(), spelling).all();
        features.verb();
        features.words();
    }

    private void verb() {
        if (scene.predicate().hasVerb()) {
            add(Place.VERB, scene.tokens(), scene.predicate().verb());
        }
    }

    private void words() {
        Amount amount = scene.amount();
        Tokens tokens = scene.tokens();
        Range sentence = scene.sentence();
        Range clause = scene.clause();
        at(Place.SECOND_BEFORE, amount.from() - 2);
        at(Place.RIGHT_BEFORE, amount.from() - 1);
        at(Place.RIGHT_AFTER, amount.to());
        at(Place.SECOND_AFTER, amount.to() + 1);
        each(Place.BEFORE, tokens, Math.max(clause.from(), amount.from() - LONGEST_LOOK), amount.from());
        each(Place.AFTER, tokens, amount.to(), Math.min(clause.to(), amount.to() + LONGEST_LOOK));
        each(Place.REST_OF_SENTENCE, tokens, Math.max(sentence.from(), clause.from() - LONGEST_LOOK), clause.from());
        each(Place.REST_OF_SENTENCE, tokens, clause.to(), Math.min(sentence.to(), clause.to() + LONGEST_LOOK));
        Range heading = new Headings(scene.page()).above(scene);
        each(Place.HEADING, tokens, heading.from(), heading.to());
        pairs(Place.PAIR_BEFORE, Math.max(0, amount.from() - CLOSE), amount.from());
        pairs(Place.PAIR_AFTER, amount.to(), Math.min(tokens.size(), amount.to() + CLOSE));
        Tokens subject = scene.page().subject();
        each(Place.SUBJECT, subject, 0, Math.min(subject.size(), LONGEST_LOOK));
    }

    private void at(Place place, int i) {
        add(place, scene.tokens(), i);
    }

    private void each(Place place, Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isTelling(tokens, i)) {
                add(place, tokens, i);
            }
        }
    }

    private void pairs(Place place, int from, int to) {
        Tokens tokens = scene.tokens();
        for (int i = from; i + 1 < to; i++) {
            spelling.word(tokens.language().code(), place);
            stem(tokens, i);
            spelling.put(' ');
            stem(tokens, i + 1);
            spelling.end();
        }
    }

    private static boolean isTelling(Tokens tokens, int i) {
        return tokens.isWord(i) || tokens.isOneOf(i, "?$£€@");
    }

    private void add(Place place, Tokens tokens, int i) {
        spelling.word(tokens.language().code(), place);
        stem(tokens, i);
        spelling.end();
        this.place = place;
        tokens.word(i).eachRole(tokens.phrase(i), OF_ACCOUNTS, role);
    }

    private void role(Tag tag) {
        spelling.role(place, tag);
    }

    /** The first letters of a word in lower case; names, numbers and days are all alike. */
    private void stem(Tokens tokens, int i) {
        String kind = kind(tokens, i);
        if (!kind.isEmpty()) {
            spelling.put(kind);
        } else {
            letters(tokens, i, spelling);
        }
    }

    private static void letters(Tokens tokens, int i, Spelling spelling) {
        int end = Math.min(tokens.end(i), tokens.start(i) + STEM);
        for (int at = tokens.start(i); at < end; at++) {
            char letter = tokens.source().charAt(at);
            spelling.put(letter == '\u2019' ? '\'' : Character.toLowerCase(letter));
        }
    }

    private String kind(Tokens tokens, int i) {
        return switch (tokens.kind(i)) {
            case NUMBER -> "@number";
            case BREAK -> "@break";
            case MARK -> "";
            case WORD -> isDay(tokens, i) ? "@day" : isName(tokens, i) ? "@name" : "";
        };
    }

    private boolean isDay(Tokens tokens, int i) {
        return tokens == scene.tokens() && scene.page().dates().covering(i) != null;
    }

    private static boolean isName(Tokens tokens, int i) {
        return tokens.isName(i) && !tokens.language().has(Habit.CAPITAL_NOUNS);
    }
}
