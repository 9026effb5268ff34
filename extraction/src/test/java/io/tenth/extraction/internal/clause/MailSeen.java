package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A message of which a test asks what is seen of its amounts. */
record MailSeen(String language, String author, String subject, String text) {

    private static final LocalDate SENT = LocalDate.of(2026, 3, 12);
    private static final int WORKING_DAY = 8 * 60 * 60;

    static MailSeen english(String text) {
        return new MailSeen("en", "", "", text);
    }

    MailSeen from(String name) {
        return new MailSeen(language, name, subject, text);
    }

    MailSeen about(String words) {
        return new MailSeen(language, author, words, text);
    }

    /** What is seen of each amount, in the order of the text. */
    List<Set<Evidence>> evidence() {
        var words = Objects.requireNonNull(Languages.named(Locale.of(language)));
        Tokens tokens = Tokenizer.scan(text, words);
        Dates dates = Dates.in(tokens, SENT);
        var page = new Page(
                tokens,
                new Layout(tokens),
                dates,
                Amounts.in(tokens, dates, WORKING_DAY),
                Tokenizer.scan(subject, words),
                Tokenizer.scan(author, words));
        return Reader.read(page).stream().map(Testimony::seen).toList();
    }

    /** Whether it is seen of each amount, in the order of the text. */
    List<Boolean> has(Evidence evidence) {
        return evidence().stream().map(seen -> seen.contains(evidence)).toList();
    }
}
