package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.Span;
import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.attribution.NamesOfMessage.Candidate;
import io.tenth.extraction.internal.clause.Layout;
import io.tenth.extraction.internal.clause.Reader;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Language;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.model.Features.Spelling;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.score.LabelledSentence;
import io.tenth.extraction.internal.score.LabelledSentence.Mark;
import io.tenth.extraction.internal.score.Trainer;
import io.tenth.extraction.internal.text.OwnText;
import io.tenth.extraction.internal.text.OwnWords;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Turns labelled mail into examples for the model of matters: each name beside each entry, and whether it is the right one. */
final class LabelledNames {

    private static final int FEWEST = 3;
    private static final double WORTH_OF_SENTENCE = 0.4;

    /** The matters of the entry that a test of minutes and place finds. */
    private record Label(BiPredicate<Integer, Span> covers, List<String> matters) {}

    private final List<Trainer.Example> examples = new ArrayList<>();
    private final Map<String, Set<SentMessage>> seen = new HashMap<>();

    /** What the names teach; what was seen in fewer than three messages tells about those and is left out. */
    List<Trainer.Example> examples() {
        examples.forEach(example -> example.features()
                .removeIf(sign -> seen.getOrDefault(sign, Set.of()).size() < FEWEST));
        return examples;
    }

    /** Adds the names beside the entries of a message. */
    void add(CorpusMessage message) {
        List<Label> labels = message.expected().stream()
                .map(expected -> new Label(
                        (minutes, place) -> minutes == expected.minutes()
                                && isWithin(message.message().body(), expected.quote(), place),
                        expected.matters()))
                .toList();
        read(message.message(), labels, 1);
    }

    /** Adds the names beside the entries of a single sentence; a sentence has no subject, and fewer names to choose from. */
    void add(LabelledSentence sentence) {
        List<Mark> entries = sentence.marks().stream().filter(Mark::isEntry).toList();
        boolean each = sentence.matters().size() == entries.size();
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Span place = entries.get(i).place();
            labels.add(new Label(
                    (minutes, found) -> touches(found, place),
                    each ? List.of(sentence.matters().get(i)) : sentence.matters()));
        }
        read(sentence.message(), labels, WORTH_OF_SENTENCE);
    }

    private void read(SentMessage message, List<Label> labels, double worth) {
        OwnText own = OwnWords.of(message.body(), message.format());
        Language language = Languages.of(own.text());
        Tokens tokens = Tokenizer.scan(own.text(), language);
        Dates dates = Dates.in(tokens, message.sentAt().toLocalDate());
        var page = new Page(
                tokens,
                new Layout(tokens),
                dates,
                Amounts.in(tokens, dates, 8 * 3600),
                Tokenizer.scan(message.subject(), language),
                Tokenizer.scan(message.from(), language));
        var names = new NamesOfMessage(page, message.to());
        List<Label> open = new ArrayList<>(labels);
        for (Testimony testimony : Reader.read(page)) {
            Scene scene = testimony.scene();
            Span place = own.toBody(new Span(
                    tokens.start(scene.amount().from()),
                    tokens.end(scene.amount().to() - 1)));
            open.stream()
                    .filter(label -> label.covers().test(scene.amount().minutes(), place))
                    .findFirst()
                    .ifPresent(label -> {
                        open.remove(label);
                        add(message, names.of(scene, Signs::new), label.matters(), worth);
                    });
        }
    }

    private void add(SentMessage message, List<Candidate<Signs>> candidates, List<String> matters, double worth) {
        for (Candidate<Signs> candidate : candidates) {
            boolean right = matters.stream()
                    .anyMatch(
                            matter -> isSame(words(matter), candidate.mention().words()));
            Set<String> signs = candidate.signs().names;
            signs.add(LinearModel.ALWAYS);
            signs.forEach(
                    sign -> seen.computeIfAbsent(sign, any -> new HashSet<>()).add(message));
            examples.add(new Trainer.Example(signs, right ? 1 : 0, worth, 0));
        }
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

    private static boolean isSame(Collection<String> one, Collection<String> other) {
        return !one.isEmpty() && !other.isEmpty() && (one.containsAll(other) || other.containsAll(one));
    }

    private static List<String> words(String text) {
        Tokens tokens = Tokenizer.scan(text, Languages.english());
        return Mention.of(tokens, new Range(0, tokens.size())).words();
    }

    /** The names of features as they are spelt, each once. */
    private static final class Signs implements Spelling {

        private final Set<String> names = new LinkedHashSet<>();
        private final StringBuilder name = new StringBuilder();

        @Override
        public void put(char letter) {
            name.append(letter);
        }

        @Override
        public void end() {
            names.add(name.toString());
            name.setLength(0);
        }
    }
}
