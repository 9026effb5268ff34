package io.tenth.settings;

import io.tenth.client.Clients;
import io.tenth.client.Rates;
import io.tenth.shared.Actor;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a person's work becomes billed time and money: their settings, with what the firm has agreed with its clients. */
@Service
public class Billing {

    private final PersonalSettings settings;
    private final Clients clients;
    private final Rates rates;

    Billing(PersonalSettings settings, Clients clients, Rates rates) {
        this.settings = settings;
        this.clients = clients;
        this.rates = rates;
    }

    @Transactional(readOnly = true)
    public Terms terms(Actor.Person person) {
        return new Terms(settings.of(person).billing().rule(), clients.increments(person));
    }

    /** What an hour of each of several pieces of work costs, in their order; a piece without a category has the person's. */
    @Transactional(readOnly = true)
    public List<Charge> charges(List<Rates.Asked> work, Actor.Person person) {
        if (work.isEmpty()) {
            return List.of();
        }
        var own = settings.of(person).billing();
        var asked = work.stream()
                .map(piece -> new Rates.Asked(piece.matter(), category(piece, own), piece.day()))
                .toList();
        var prices = rates.prices(asked, person);
        return IntStream.range(0, asked.size())
                .mapToObj(place -> charge(asked.get(place), prices.get(place), own))
                .toList();
    }

    private static @Nullable String category(Rates.Asked piece, BillingSettings own) {
        return piece.category() == null ? own.rateCategory() : piece.category();
    }

    private static Charge charge(Rates.Asked piece, Rates.@Nullable Price price, BillingSettings own) {
        if (price != null) {
            return new Charge(piece.category(), price.amount(), price.currency());
        }
        var rate = own.defaultRate();
        return new Charge(piece.category(), rate, rate == null ? null : own.currency());
    }
}
