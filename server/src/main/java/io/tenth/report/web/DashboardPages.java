package io.tenth.report.web;

import io.tenth.identity.Account;
import io.tenth.report.Dashboard;
import io.tenth.report.DashboardFigures;
import io.tenth.shared.DayRange;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that a person sees first: what the week and the month came to. */
@Controller
class DashboardPages {

    private final Dashboard dashboard;
    private final Clock clock;

    DashboardPages(Dashboard dashboard, Clock clock) {
        this.dashboard = dashboard;
        this.clock = clock;
    }

    /** The month that holds a day, and the week that holds it; today's when none is named. */
    @GetMapping("/")
    String overview(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            Account account,
            Model page) {
        var today = LocalDate.now(clock.withZone(account.zone()));
        var chosen = day.orElse(today);
        var first = DayRange.storable(chosen).withDayOfMonth(1);
        var month = dashboard.of(new DayRange(first, first.plusMonths(1)), account.person());
        page.addAttribute("week", FiguresView.ofWeek(dashboard.of(DayRange.weekOf(chosen), account.person()), today));
        page.addAttribute("month", FiguresView.ofMonth(month, today));
        page.addAttribute("chart", BarChart.of(month.byDay(), today));
        page.addAttribute("previous", first.minusMonths(1));
        page.addAttribute("next", first.plusMonths(1));
        page.addAttribute("isNow", !today.isBefore(first) && today.isBefore(first.plusMonths(1)));
        page.addAttribute("isEmpty", isEmpty(month));
        return "dashboard";
    }

    private static boolean isEmpty(DashboardFigures month) {
        return month.entries() == 0;
    }
}
