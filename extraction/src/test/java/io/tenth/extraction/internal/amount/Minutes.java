package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The minutes that a text names, and those that a row of a table expects. */
final class Minutes {

    private static final LocalDate SENT = LocalDate.of(2026, 3, 12);
    private static final int WORKING_DAY = 8 * 60 * 60;

    private Minutes() {}

    /** Of a text in the language of that code, in the order in which they stand. */
    static List<Integer> in(String language, String text) {
        Tokens tokens = Tokenizer.scan(text, Objects.requireNonNull(Languages.named(Locale.of(language))));
        return Amounts.in(tokens, Dates.in(tokens, SENT), WORKING_DAY).stream()
                .map(Amount::minutes)
                .toList();
    }

    /** Of a row such as {@code 90; 115}; none where nothing is written. */
    static List<Integer> of(@Nullable String row) {
        return row == null || row.isEmpty()
                ? List.of()
                : Arrays.stream(row.split(";", -1))
                        .map(number -> Integer.valueOf(number.strip()))
                        .toList();
    }
}
