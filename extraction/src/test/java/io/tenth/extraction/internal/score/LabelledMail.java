package io.tenth.extraction.internal.score;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.CorpusMessage.Expected;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.Span;
import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.attribution.WorkKind;
import io.tenth.extraction.internal.clause.Layout;
import io.tenth.extraction.internal.clause.Reader;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Language;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.model.Features;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.text.OwnText;
import io.tenth.extraction.internal.text.OwnWords;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns labelled mail into examples: reads each message as the engine does, up to the verdict, and says what it should be. */
final class LabelledMail {

    private static final int AROUND = 8;

    private final List<LabelledAmount> amounts = new ArrayList<>();

    /**
     * What is said of an amount.
     *
     * @param covers whether the label is of this amount, by its minutes and its place in the body
     * @param kind the kind of work; null where the amount is no entry
     * @param vague whether either verdict is right
     */
    private record Label(Covers covers, @Nullable ActivityType kind, boolean vague) {

        @FunctionalInterface
        interface Covers {
            boolean test(int minutes, Span place);
        }
    }

    /** The labelled amounts of messages. */
    static List<LabelledAmount> messages(List<CorpusMessage> messages) {
        var mail = new LabelledMail();
        for (CorpusMessage message : messages) {
            List<Label> labels = message.expected().stream()
                    .map(expected -> label(message.message().body(), expected))
                    .toList();
            mail.read(message.name(), message.message(), labels);
        }
        return mail.amounts;
    }

    /** The labelled amounts of single sentences. */
    static List<LabelledAmount> sentences(List<LabelledSentence> sentences) {
        var mail = new LabelledMail();
        for (LabelledSentence sentence : sentences) {
            List<Label> labels = sentence.marks().stream()
                    .filter(LabelledSentence.Mark::isEntry)
                    .map(mark -> new Label(
                            (minutes, place) -> touches(place, mark.place()),
                            mark.kind().orElse(null),
                            mark.vague()))
                    .toList();
            mail.read(sentence.source(), sentence.message(), labels);
        }
        return mail.amounts.stream().map(LabelledAmount::alone).toList();
    }

    private static Label label(String body, Expected expected) {
        return new Label(
                (minutes, place) -> (minutes == expected.minutes() || expected.optional())
                        && isWithin(body, expected.quote(), place),
                expected.type(),
                expected.optional());
    }

    private static boolean isWithin(String body, String quote, Span place) {
        for (int at = body.indexOf(quote); at >= 0; at = body.indexOf(quote, at + 1)) {
            if (touches(place, new Span(at, at + quote.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean touches(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private void read(String source, SentMessage message, List<Label> labels) {
        OwnText own = OwnWords.of(message.body(), message.format());
        Language language = Languages.of(own.text());
        Tokens tokens = Tokenizer.scan(own.text(), language);
        Dates dates = Dates.in(tokens, message.sentAt().toLocalDate());
        List<Amount> found = Amounts.in(tokens, dates, 8 * 3600);
        Tokens subject = Tokenizer.scan(message.subject(), language);
        List<Label> open = new ArrayList<>(labels);
        Tokens author = Tokenizer.scan(message.from(), language);
        List<Testimony> testimonies = Reader.read(new Page(tokens, new Layout(tokens), dates, found, subject, author));
        Judge.inOrder(testimonies, testimony -> {
            Optional<Label> label = take(open, testimony, own);
            if (label.isEmpty() || !label.get().vague()) {
                add(source, testimony, label);
            }
            return label.isPresent();
        });
    }

    private static Optional<Label> take(List<Label> open, Testimony testimony, OwnText own) {
        Amount amount = testimony.scene().amount();
        Tokens tokens = testimony.scene().tokens();
        Span place = own.toBody(new Span(tokens.start(amount.from()), tokens.end(amount.to() - 1)));
        Optional<Label> label = open.stream()
                .filter(any -> any.covers().test(amount.minutes(), place))
                .findFirst();
        label.ifPresent(open::remove);
        return label;
    }

    /** The names are the same at many thousands of amounts: each is kept once. */
    private void add(String source, Testimony testimony, Optional<Label> label) {
        Set<String> features = new HashSet<>(Set.of(LinearModel.ALWAYS));
        var name = new StringBuilder();
        List<String> marked = new ArrayList<>();
        var spelling = new Features.Spelling() {
            @Override
            public void put(char letter) {
                name.append(letter);
            }

            @Override
            public void mark() {
                marked.forEach(earlier -> features.add((earlier + LinearModel.TOGETHER + name).intern()));
                marked.add(name.toString());
                end();
            }

            @Override
            public void end() {
                features.add(name.toString().intern());
                name.setLength(0);
            }
        };
        Features.of(testimony.scene().page(), spelling);
        Features.of(testimony, spelling);
        WorkKind.features(testimony.scene(), spelling);
        Tokens tokens = testimony.scene().tokens();
        Amount amount = testimony.scene().amount();
        String text = tokens.text(Math.max(0, amount.from() - AROUND), Math.min(tokens.size(), amount.to() + AROUND));
        amounts.add(new LabelledAmount(
                source,
                text,
                features,
                label.isPresent(),
                label.map(Label::kind).orElse(null)));
    }
}
