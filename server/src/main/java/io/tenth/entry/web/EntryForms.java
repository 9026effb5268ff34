package io.tenth.entry.web;

import io.tenth.entry.DeletedEntries;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.TimeEntry;
import io.tenth.identity.Account;
import io.tenth.shared.DayRange;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.TimeEntryId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Entries are added, changed and deleted here, on whichever sheet they stand. A change is answered with the whole sheet, since
 * it touches several sums; a refusal with the form and the reason.
 */
@Controller
@RequestMapping("/time/entries")
class EntryForms {

    private static final String CHANGE = "entry-change";

    private final TimeEntries entries;
    private final DeletedEntries deleted;
    private final SheetView sheet;

    EntryForms(TimeEntries entries, DeletedEntries deleted, SheetView sheet) {
        this.entries = entries;
        this.deleted = deleted;
        this.sheet = sheet;
    }

    /** The days of the sheet that a request comes from. */
    record Scope(@Nullable LocalDate first, @Nullable LocalDate last) {

        DayRange days() {
            if (first == null || last == null) {
                throw DomainException.invalid("Say which days are shown, with first and last.");
            }
            return DayRange.ofBoth(first, last);
        }
    }

    /** The sheet as it is, for a form that is left. */
    @GetMapping
    String sheet(Scope scope, Account account, Model page) {
        sheet.show(scope.days(), account, page);
        return "entry-sheet :: sheet";
    }

    @GetMapping("/form")
    String blank(@RequestParam LocalDate day, Account account, Model page) {
        return form(EntryForm.blank(day), account, page);
    }

    @GetMapping("/{id}/form")
    String filled(@PathVariable UUID id, Account account, Model page) {
        var entry = entries.one(new TimeEntryId(id), account.person());
        return form(entry, EntryForm.of(entry, account.zone()), account, page);
    }

    @PostMapping
    ModelAndView add(EntryForm form, Scope scope, Account account, Model page) {
        try {
            entries.enter(form.entry(account.zone()), account.zone(), account.person());
            return changed("Added", scope, account, page);
        } catch (DomainException refusal) {
            page.addAttribute("refusal", refusal.sentence());
            return refused(form(form, account, page));
        }
    }

    @PostMapping("/{id}")
    ModelAndView save(@PathVariable UUID id, EntryForm form, Scope scope, Account account, Model page) {
        var entry = entries.one(new TimeEntryId(id), account.person());
        try {
            entries.edit(entry.id(), form.edit(), form.demanded(), account.person());
            return changed("Saved", scope, account, page);
        } catch (DomainException refusal) {
            page.addAttribute("refusal", refusal.sentence());
            return refused(form(entry, form, account, page));
        }
    }

    /** Deletes, and offers the way back. */
    @DeleteMapping("/{id}")
    ModelAndView delete(@PathVariable UUID id, Scope scope, Account account, Model page) {
        deleted.delete(new TimeEntryId(id), Demand.ANY, account.person());
        page.addAttribute("undo", id);
        return changed("Deleted", scope, account, page);
    }

    @PostMapping("/{id}/restoration")
    ModelAndView restore(@PathVariable UUID id, Scope scope, Account account, Model page) {
        deleted.restore(new TimeEntryId(id), account.person());
        return changed("Brought back", scope, account, page);
    }

    private ModelAndView changed(String message, Scope scope, Account account, Model page) {
        sheet.show(scope.days(), account, page);
        page.addAttribute("message", message);
        return new ModelAndView(CHANGE);
    }

    private static ModelAndView refused(String view) {
        return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String form(EntryForm form, Account account, Model page) {
        page.addAttribute("form", form);
        sheet.choices(account, page);
        return "entry-form :: blank";
    }

    private String form(TimeEntry entry, EntryForm form, Account account, Model page) {
        form(form, account, page);
        page.addAttribute("id", entry.id().value());
        page.addAttribute("current", entry.task());
        return entry.isRunning() ? "entry-form :: running" : "entry-form :: row";
    }
}
