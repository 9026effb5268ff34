package io.tenth.entry.web;

import io.tenth.entry.Timer;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

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

    @GetMapping("/today")
    String today(Account account, Model page) {
        var today = sheet.today(account);
        page.addAttribute("date", DATE.format(today));
        sheet.show(DayRange.ofBoth(today, today), account, page);
        return "today";
    }

    /** Starts the timer for what the form says, and stops the one that runs. */
    @PostMapping("/today/timer")
    String start(EntryForm form, Actor.Person person) {
        timer.turnTo(form.taskId(), form.work(), person);
        return "redirect:/today";
    }

    @PostMapping("/today/timer/stop")
    String stop(Actor.Person person) {
        timer.stop(person);
        return "redirect:/today";
    }
}
