package io.tenth.client.web;

import io.tenth.client.NewRate;
import io.tenth.client.Rate;
import io.tenth.client.Rates;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.ClientId;
import io.tenth.shared.Demand;
import io.tenth.shared.MatterId;
import io.tenth.shared.Page;
import io.tenth.shared.RateId;
import io.tenth.shared.UserId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an hour costs. Managers and administrators set it; everybody reads what concerns their own work. */
@RestController
@RequestMapping("/api/rates")
class RateApi {

    private final Rates rates;

    RateApi(Rates rates) {
        this.rates = rates;
    }

    @GetMapping
    Page<Answer> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        return Page.of(
                        rates.all(person),
                        cursor,
                        limit,
                        rate -> rate.id().value().toString())
                .map(Answer::of);
    }

    @PostMapping
    ResponseEntity<Answer> add(@RequestBody New asked, Actor.Person person) {
        var rate = rates.one(rates.add(asked.rate(), person), person);
        return ResponseEntity.created(URI.create("/api/rates/" + rate.id().value()))
                .eTag(rate.version().etag())
                .body(Answer.of(rate));
    }

    @GetMapping("/{id}")
    ResponseEntity<Answer> one(@PathVariable UUID id, Actor.Person person) {
        return shown(rates.one(new RateId(id), person));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Answer> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Edit edit,
            Actor.Person person) {
        return shown(rates.edit(new RateId(id), edit::over, Demand.of(ifMatch), person));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor.Person person) {
        rates.delete(new RateId(id), Demand.of(ifMatch), person);
    }

    private static ResponseEntity<Answer> shown(Rate rate) {
        return ResponseEntity.ok().eTag(rate.version().etag()).body(Answer.of(rate));
    }

    private static <T> @Nullable T typed(@Nullable UUID id, Function<UUID, T> type) {
        return id == null ? null : type.apply(id);
    }

    private static <T> @Nullable UUID plain(@Nullable T id, Function<T, UUID> value) {
        return id == null ? null : value.apply(id);
    }

    /**
     * A rate to be set. It holds for everything that it does not name.
     *
     * @param userId whose work it is for
     * @param clientId not together with {@code matterId}
     * @param category such as partner, at most 50 characters
     * @param amount of an hour, 0 to 1,000,000
     * @param currency a code of ISO 4217
     * @param effectiveFrom the first day
     * @param effectiveTo the last day; null for one that goes on
     */
    record New(
            @Nullable UUID userId,
            @Nullable UUID clientId,
            @Nullable UUID matterId,
            @Nullable String category,
            BigDecimal amount,
            String currency,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {

        NewRate rate() {
            return new NewRate(
                    typed(userId, UserId::new),
                    typed(clientId, ClientId::new),
                    typed(matterId, MatterId::new),
                    category,
                    amount,
                    currency,
                    effectiveFrom,
                    effectiveTo);
        }
    }

    /** What is to be changed of a rate. */
    record Edit(
            Change<BigDecimal> amount,
            Change<String> currency,
            Change<LocalDate> effectiveFrom,
            Change<@Nullable LocalDate> effectiveTo) {

        NewRate over(NewRate before) {
            return new NewRate(
                    before.timekeeper(),
                    before.client(),
                    before.matter(),
                    before.category(),
                    amount.over(before.amount()),
                    currency.over(before.currency()),
                    effectiveFrom.over(before.from()),
                    effectiveTo.over(before.to()));
        }
    }

    /**
     * A rate.
     *
     * @param userId whose work it is for; null for everybody's
     * @param clientId null for any, or where a matter is named
     * @param matterId null for any
     * @param category null for all
     * @param amount of an hour
     */
    record Answer(
            UUID id,
            @Nullable UUID userId,
            @Nullable UUID clientId,
            @Nullable UUID matterId,
            @Nullable String category,
            BigDecimal amount,
            String currency,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {

        static Answer of(Rate rate) {
            var content = rate.content();
            return new Answer(
                    rate.id().value(),
                    plain(content.timekeeper(), UserId::value),
                    plain(content.client(), ClientId::value),
                    plain(content.matter(), MatterId::value),
                    content.category(),
                    content.amount(),
                    content.currency(),
                    content.from(),
                    content.to());
        }
    }
}
