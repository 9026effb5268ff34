package io.tenth.client;

import io.tenth.shared.Actor;
import io.tenth.shared.ClientId;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.RateId;
import io.tenth.shared.UserId;
import io.tenth.shared.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class RateRepository {

    private static final String COLUMNS =
            "rate_id, version, timekeeper_id, client_id, matter_id, category, amount, currency,"
                    + " effective_from, effective_to";

    private final JdbcClient jdbc;

    RateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that the person may see, the narrowest and latest first. */
    List<Rate> all() {
        return jdbc.sql("SELECT " + COLUMNS + """
                          FROM rates
                         ORDER BY client_id NULLS FIRST, matter_id NULLS FIRST, timekeeper_id NULLS FIRST,
                                  category NULLS FIRST, effective_from DESC, rate_id
                        """)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<Rate> find(RateId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM rates WHERE rate_id = :id")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    void insert(RateId id, NewRate rate, Instant now) {
        checked(() -> with(rate, jdbc.sql("""
                        INSERT INTO rates (rate_id, timekeeper_id, client_id, matter_id, category, amount, currency,
                                           effective_from, effective_to, created_at)
                        VALUES (:id, :timekeeper, :client, :matter, :category, :amount, :currency, :from, :to, :now)
                        """))
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Returns false when the rate has moved on from the version. */
    boolean update(Rate before, NewRate rate) {
        return checked(() -> with(rate, jdbc.sql("""
                                UPDATE rates
                                   SET timekeeper_id = :timekeeper, client_id = :client, matter_id = :matter,
                                       category = :category, amount = :amount, currency = :currency,
                                       effective_from = :from, effective_to = :to, version = version + 1
                                 WHERE rate_id = :id AND version = :version
                                """))
                        .param("id", before.id().value())
                        .param("version", before.version().number())
                        .update())
                == 1;
    }

    boolean delete(Rate rate) {
        return jdbc.sql("DELETE FROM rates WHERE rate_id = :id AND version = :version")
                        .param("id", rate.id().value())
                        .param("version", rate.version().number())
                        .update()
                == 1;
    }

    /**
     * The rate of each of several pieces of work of a person, by their place in the list. The narrowest counts: of the matter
     * before that of the client, of the person before that of everybody, of the category before that of all; then the latest.
     */
    Map<Integer, Rates.Price> prices(List<Rates.Asked> asked, Actor.Person person) {
        var prices = new HashMap<Integer, Rates.Price>();
        jdbc.sql("""
                        SELECT a.place, r.amount, r.currency
                          FROM unnest(:matters::uuid[], :categories::text[], :days::date[])
                               WITH ORDINALITY AS a (matter_id, category, day, place)
                          LEFT JOIN matters m USING (matter_id)
                         CROSS JOIN LATERAL (
                               SELECT amount, currency FROM rates
                                WHERE (timekeeper_id IS NULL OR timekeeper_id = :user)
                                  AND (rates.client_id IS NULL OR rates.client_id = m.client_id)
                                  AND (rates.matter_id IS NULL OR rates.matter_id = a.matter_id)
                                  AND (rates.category IS NULL OR lower(rates.category) = lower(a.category))
                                  AND effective_from <= a.day AND (effective_to IS NULL OR effective_to >= a.day)
                                ORDER BY rates.matter_id IS NULL, rates.client_id IS NULL, timekeeper_id IS NULL,
                                         rates.category IS NULL, effective_from DESC, rate_id DESC
                                LIMIT 1) r
                        """)
                .param("user", person.user().value())
                .param(
                        "matters",
                        texts(
                                asked,
                                work -> work.matter() == null
                                        ? null
                                        : work.matter().value().toString()))
                .param("categories", texts(asked, Rates.Asked::category))
                .param("days", texts(asked, work -> work.day().toString()))
                .query(row -> {
                    prices.put(
                            row.getInt("place") - 1,
                            new Rates.Price(row.getBigDecimal("amount"), row.getString("currency")));
                });
        return prices;
    }

    private static @Nullable String[] texts(List<Rates.Asked> asked, Function<Rates.Asked, @Nullable String> text) {
        var texts = new @Nullable String[asked.size()];
        for (var place = 0; place < texts.length; place++) {
            texts[place] = text.apply(asked.get(place));
        }
        return texts;
    }

    private static StatementSpec with(NewRate rate, StatementSpec statement) {
        return statement
                .param("timekeeper", uuid(rate.timekeeper(), UserId::value), Types.OTHER)
                .param("client", uuid(rate.client(), ClientId::value), Types.OTHER)
                .param("matter", uuid(rate.matter(), MatterId::value), Types.OTHER)
                .param("category", rate.category(), Types.VARCHAR)
                .param("amount", rate.amount())
                .param("currency", rate.currency())
                .param("from", rate.from())
                .param("to", rate.to(), Types.DATE);
    }

    /** What the table refuses, as a sentence on which a person can act. */
    private static int checked(IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw DomainException.conflict("There is a rate for this from the same day on. Change that one.");
        } catch (DataIntegrityViolationException unknown) {
            throw DomainException.invalid("There is no such person, client or matter.");
        }
    }

    private static Rate read(ResultSet row) throws SQLException {
        return new Rate(
                new RateId(row.getObject("rate_id", UUID.class)),
                new Version(row.getInt("version")),
                new NewRate(
                        id(row, "timekeeper_id", UserId::new),
                        id(row, "client_id", ClientId::new),
                        id(row, "matter_id", MatterId::new),
                        row.getString("category"),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)));
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        var value = row.getObject(column, UUID.class);
        return value == null ? null : type.apply(value);
    }

    private static <T> @Nullable UUID uuid(@Nullable T id, Function<T, UUID> value) {
        return id == null ? null : value.apply(id);
    }
}
