package io.tenth.entry.web;

import io.tenth.identity.Account;
import io.tenth.shared.DayRange;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The week list: what was worked on which day. */
@Controller
class TimesheetPages {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final SheetView sheet;

    TimesheetPages(SheetView sheet) {
        this.sheet = sheet;
    }

    /** The week that holds a day; today's when none is named. */
    @GetMapping("/time")
    String week(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> week,
            Account account,
            Model page) {
        var today = sheet.today(account);
        var days = DayRange.weekOf(week.orElse(today));
        page.addAttribute("range", DATE.format(days.from()) + " to " + DATE.format(days.last()));
        page.addAttribute("previous", days.from().minusWeeks(1));
        page.addAttribute("next", days.to());
        page.addAttribute("isThisWeek", days.equals(DayRange.weekOf(today)));
        sheet.show(days, account, page);
        return "timesheet";
    }
}
