package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.model.Features.Spelling;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** The names of a message, each with what speaks for its being the matter of some work. */
final class NamesOfMessage {

    /** Enough for any letter, and what keeps the work of a message in proportion to its length. */
    private static final int MOST = 60;

    private static final int REACH = 300;
    private static final int FEW = 3;

    private final Page page;
    private final List<Mention> body = new ArrayList<>();
    private final List<Mention> subject = new ArrayList<>();
    private final Tokens author;
    private final Tokens readers;

    /**
     * A name that may be the matter of some work.
     *
     * @param mention where it stands nearest to the work
     * @param signs told of what is seen of it, by all the places where it stands
     */
    record Candidate<S extends Spelling>(Mention mention, S signs) {

        private void add(String sign) {
            signs.put(sign).end();
        }
    }

    NamesOfMessage(Page page, String to) {
        this.page = page;
        new Names(page.tokens()).all(this::behind).forEach(name -> body.add(Mention.of(page.tokens(), name)));
        new Names(page.subject())
                .all(IntUnaryOperator.identity())
                .forEach(name -> subject.add(Mention.of(page.subject(), name)));
        Range part = new SubjectMatter(page.subject(), page.tokens()).name();
        if (part != null) {
            subject.add(Mention.of(page.subject(), part));
        }
        author = page.author();
        readers = Tokenizer.scan(to, page.tokens().language());
    }

    private int behind(int i) {
        DateMention day = page.dates().covering(i);
        if (day != null) {
            return day.to();
        }
        int next = page.firstAmountBehind(i);
        Amount amount = next < page.amounts().size() ? page.amounts().get(next) : null;
        return amount != null && amount.from() <= i ? amount.to() : i;
    }

    /** The names around the work, nearest first, those that mean the same as one; what is seen of each is told to its own signs. */
    <S extends Spelling> List<Candidate<S>> of(Scene scene, Supplier<S> signs) {
        var seen = new NameSigns(scene);
        List<Candidate<S>> all = new ArrayList<>();
        List<Candidate<S>> titled = new ArrayList<>();
        for (Mention mention : near(scene)) {
            Candidate<S> candidate = candidate(all, mention, signs);
            seen.of(mention, candidate.signs());
            people(mention, candidate);
            if (mention.tokens() == page.subject()) {
                titled.add(candidate);
            }
        }
        all.forEach(candidate -> beside(all.size(), titled.contains(candidate), candidate));
        return all;
    }

    private static <S extends Spelling> Candidate<S> candidate(
            List<Candidate<S>> all, Mention mention, Supplier<S> signs) {
        for (Candidate<S> other : all) {
            if (other.mention().isSame(mention)) {
                other.add("again");
                return other;
            }
        }
        var first = new Candidate<>(mention, signs.get());
        all.add(first);
        return first;
    }

    private void beside(int names, boolean titled, Candidate<?> candidate) {
        boolean written = candidate.mention().tokens() == page.tokens();
        candidate.add(titled ? written ? "subject and body" : "only subject" : "only body");
        candidate.add(names == 1 ? "only name" : names <= FEW ? "few names" : "many names");
    }

    private void people(Mention mention, Candidate<?> candidate) {
        if (mention.isAmong(author)) {
            candidate.add("author");
        }
        if (mention.isAmong(readers)) {
            candidate.add("reader");
        }
    }

    /** The mentions nearest to the work first, those of the subject last. */
    private List<Mention> near(Scene scene) {
        int at = scene.amount().from();
        List<Mention> near = new ArrayList<>();
        for (int i = firstFrom(at - REACH); i < body.size() && start(i) < at + REACH; i++) {
            near.add(body.get(i));
        }
        near.sort(Comparator.comparingInt(mention -> Math.abs(mention.range().from() - at)));
        List<Mention> all = new ArrayList<>(near.subList(0, Math.min(MOST, near.size())));
        all.addAll(subject.subList(0, Math.min(MOST, subject.size())));
        return all;
    }

    private int firstFrom(int token) {
        int low = 0;
        int high = body.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(middle) < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int start(int mention) {
        return body.get(mention).range().from();
    }
}
