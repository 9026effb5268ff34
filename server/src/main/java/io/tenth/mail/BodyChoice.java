package io.tenth.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Picks the text that the author wrote out of the text parts of a message, as they come by.
 *
 * <p>Of alternatives the plain text counts unless it is blank, then the HTML; of related parts the first; of any other
 * multipart the first text and those after it in the same format, one below the other, since mail programs cut a text
 * in two around an attachment. Attachments and enclosed messages never get here.
 */
final class BodyChoice {

    /** A piece of text in one of the two formats. */
    record Text(boolean html, String content) {

        boolean isBlank() {
            return content.isBlank();
        }
    }

    private record Container(String subType, List<Text> texts) {}

    private final Deque<Container> open = new ArrayDeque<>();

    BodyChoice() {
        openMultipart("mixed");
    }

    void openMultipart(String subType) {
        open.push(new Container(subType, new ArrayList<>()));
    }

    void closeMultipart() {
        Container closed = open.pop();
        chosenOf(closed).ifPresent(this::add);
    }

    void add(Text text) {
        open.element().texts().add(text);
    }

    /** The chosen text once every multipart is closed; empty plain text when there is none. */
    Text chosen() {
        return chosenOf(open.element()).orElse(new Text(false, ""));
    }

    private static Optional<Text> chosenOf(Container container) {
        List<Text> texts =
                container.texts().stream().filter(text -> !text.isBlank()).toList();
        return switch (container.subType()) {
            case "alternative" ->
                texts.stream().filter(text -> !text.html()).findFirst().or(() -> first(texts));
            case "related" -> first(texts);
            default -> first(texts).map(first -> joined(texts, first.html()));
        };
    }

    private static Optional<Text> first(List<Text> texts) {
        return texts.stream().findFirst();
    }

    private static Text joined(List<Text> texts, boolean html) {
        List<String> contents = texts.stream()
                .filter(text -> text.html() == html)
                .map(Text::content)
                .toList();
        return new Text(html, String.join("\n", contents));
    }
}
