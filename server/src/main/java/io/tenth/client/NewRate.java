package io.tenth.client;

import io.tenth.shared.ClientId;
import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import io.tenth.shared.MatterId;
import io.tenth.shared.Money;
import io.tenth.shared.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a rate: whose work it is for, what an hour of it costs, and since when. It holds for everything that it
 * does not name.
 *
 * @param client not together with {@code matter}, which has a client
 * @param category such as {@code partner}; 1 to 50 characters, or null for all
 * @param from the first day
 * @param to the last day; null for one that goes on
 */
public record NewRate(
        @Nullable UserId timekeeper,
        @Nullable ClientId client,
        @Nullable MatterId matter,
        @Nullable String category,
        BigDecimal amount,
        String currency,
        LocalDate from,
        @Nullable LocalDate to) {

    public NewRate {
        if (client != null && matter != null) {
            throw DomainException.invalid("Name client_id or matter_id: a matter has its client.");
        }
        category =
                category == null || category.isBlank() ? null : Line.of(category, "rate_category", "The category", 50);
        amount = Money.amount(amount, "amount");
        currency = Money.currency(currency);
        DayRange.storable(from);
        if (to != null && DayRange.storable(to).isBefore(from)) {
            throw DomainException.invalid("effective_to is not before effective_from.");
        }
    }
}
