package io.tenth.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sums and counts of a scan. They alone grow with the mailbox, by its clients and days. */
final class Totals {

    /** Billed minutes, and the worked minutes of what is not billable. */
    record Minutes(int billed, int notBillable) {

        static final Minutes NONE = new Minutes(0, 0);

        Minutes plus(FoundEntry entry) {
            return entry.mention().billable()
                    ? new Minutes(billed + entry.billedMinutes(), notBillable)
                    : new Minutes(billed, notBillable + entry.mention().minutes());
        }
    }

    /** The sum of one client; null for the entries that name none. */
    record OfClient(@Nullable String client, Minutes minutes) {}

    /** The sum of one day of work. */
    record OfDay(LocalDate day, Minutes minutes) {}

    private final Map<@Nullable String, Minutes> byClient = new HashMap<>();
    private final Map<LocalDate, Minutes> byDay = new TreeMap<>();
    private Minutes all = Minutes.NONE;
    private int entries;
    private int messages;
    private int unreadable;
    private int copies;

    void add(FoundEntry entry) {
        entries++;
        all = all.plus(entry);
        String client = entry.mention().clientMatter();
        byClient.put(client, byClient.getOrDefault(client, Minutes.NONE).plus(entry));
        LocalDate day = entry.mention().date();
        byDay.put(day, byDay.getOrDefault(day, Minutes.NONE).plus(entry));
    }

    void countMessage() {
        messages++;
    }

    void countUnreadable() {
        messages++;
        unreadable++;
    }

    void countCopy() {
        copies++;
    }

    Minutes all() {
        return all;
    }

    int entries() {
        return entries;
    }

    /** All messages that were met, the unreadable ones included. */
    int messages() {
        return messages;
    }

    int unreadable() {
        return unreadable;
    }

    /** Messages met a second time, whose entries were not counted again. */
    int copies() {
        return copies;
    }

    /** The clients, most billed time first. */
    List<OfClient> byClient() {
        return byClient.entrySet().stream()
                .map(sum -> new OfClient(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparingInt((OfClient sum) -> -sum.minutes().billed())
                        .thenComparing(OfClient::client, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** The days, earliest first. */
    List<OfDay> byDay() {
        return byDay.entrySet().stream()
                .map(sum -> new OfDay(sum.getKey(), sum.getValue()))
                .toList();
    }
}
