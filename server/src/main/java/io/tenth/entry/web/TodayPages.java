package io.tenth.entry.web;

import io.tenth.entry.Timer;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Today, with the timer. Its forms need no script, so that any page can carry a button that starts it. */
@Controller
class TodayPages {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

    private final SheetView sheet;
    private final Timer timer;

    TodayPages(SheetView sheet, Timer timer) {
        this.sheet = sheet;
        this.timer = timer;
    }

    /**
     * The day's page.
     *
     * @param cut the day of an entry that was just cut, which the page then tells of
     */
    @GetMapping("/today")
    String today(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> cut,
            Account account,
            Model page) {
        var today = sheet.today(account);
        page.addAttribute("date", DATE.format(today));
        cut.ifPresent(day -> page.addAttribute("cut", day).addAttribute("cutDate", DATE.format(day)));
        sheet.show(DayRange.ofBoth(today, today), account, page);
        return "today";
    }

    /** Starts the timer for what the form says, and stops the one that runs. */
    @PostMapping("/today/timer")
    String start(EntryForm form, Account account) {
        return shown(timer.turnTo(form.taskId(), form.work(), account.zone(), account.person()));
    }

    @PostMapping("/today/timer/stop")
    String stop(Actor.Person person) {
        return shown(timer.stop(person));
    }

    private static String shown(Timer.Turned turned) {
        return "redirect:/today"
                + (turned.cut() == null ? "" : "?cut=" + turned.cut().day());
    }
}
