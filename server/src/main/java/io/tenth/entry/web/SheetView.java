package io.tenth.entry.web;

import io.tenth.client.Clients;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.TimeEntry;
import io.tenth.entry.Timer;
import io.tenth.entry.WorkTime;
import io.tenth.identity.Account;
import io.tenth.shared.DayRange;
import io.tenth.shared.WorkType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a sheet of entries on a page, with the timer and with what its forms let one choose from. */
@Component
class SheetView {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final TimeEntries entries;
    private final Timer timer;
    private final Clients clients;
    private final Clock clock;

    SheetView(TimeEntries entries, Timer timer, Clients clients, Clock clock) {
        this.entries = entries;
        this.timer = timer;
        this.clients = clients;
        this.clock = clock;
    }

    LocalDate today(Account account) {
        return LocalDate.now(clock.withZone(account.zone()));
    }

    void show(DayRange days, Account account, Model page) {
        var found = entries.between(days, account.person());
        page.addAttribute("sheet", Sheet.of(days, found, today(account), account.zone()));
        page.addAttribute(
                "running",
                timer.running(account.person())
                        .map(entry -> running(entry, account.zone()))
                        .orElse(null));
        choices(account, page);
    }

    /** The tasks, matters and types that a form lets one choose from. */
    void choices(Account account, Model page) {
        page.addAttribute("tasks", entries.openTasks(account.person()));
        page.addAttribute("matters", clients.matters(account.person()));
        page.addAttribute(
                "types", Arrays.stream(WorkType.values()).map(WorkType::key).toList());
    }

    private Running running(TimeEntry entry, ZoneId zone) {
        var start = entry.time().start().atZone(zone);
        var since = CLOCK.format(start);
        var seconds = Math.max(
                0, Duration.between(entry.time().start(), clock.instant()).toSeconds());
        return new Running(
                entry.id().value(),
                start.toLocalDate().equals(LocalDate.now(clock.withZone(zone)))
                        ? since
                        : start.toLocalDate() + " " + since,
                seconds,
                entry.work().description(),
                entry.task() == null ? null : entry.task().title(),
                entry.work().clientMatter());
    }

    /**
     * The timer that runs.
     *
     * @param seconds for how long, when the page was made
     */
    record Running(
            UUID id,
            String since,
            long seconds,
            String description,
            @Nullable String task,
            @Nullable String clientMatter) {

        /** Whether it runs for longer than its entry can last. */
        public boolean isFull() {
            return seconds > WorkTime.MOST.toSeconds();
        }

        /** Hours, minutes and seconds: {@code 1:05:09}. */
        public String elapsed() {
            return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        }
    }
}
