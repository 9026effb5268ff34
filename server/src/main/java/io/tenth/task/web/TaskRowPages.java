package io.tenth.task.web;

import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.TaskId;
import io.tenth.task.Task;
import io.tenth.task.TaskStatus;
import io.tenth.task.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One task of the list: its line, the form that takes the line's place, and its changes. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskRowPages {

    private static final String LINE = "task-row :: line";

    private final Tasks tasks;
    private final Clock clock;

    TaskRowPages(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping("/line")
    String line(@PathVariable UUID id, Account account, Model page) {
        return line(tasks.one(new TaskId(id), account.person()), account, page);
    }

    @GetMapping("/form")
    String form(@PathVariable UUID id, Account account, Model page) {
        return form(id, TaskForm.of(tasks.one(new TaskId(id), account.person())), page);
    }

    /** Saves the form. Refuses when the task has moved on since the form was opened. */
    @PostMapping
    String edit(@PathVariable UUID id, TaskForm form, Account account, Model page, HttpServletResponse response) {
        try {
            var edited = tasks.edit(
                    new TaskId(id), before -> form.content(before.status()), form.demanded(), account.person());
            return line(edited.task(), account, page);
        } catch (DomainException refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(422);
            page.addAttribute("refusal", refusal.sentence());
            return form(id, form, page);
        }
    }

    @PostMapping("/status")
    String move(@PathVariable UUID id, @RequestParam String status, Account account, Model page) {
        var to = TaskStatus.ofKey(status);
        var moved = tasks.edit(new TaskId(id), before -> before.with(to), Demand.ANY, account.person());
        return line(moved.task(), account, page);
    }

    /** Deletes it; nothing takes the place of its line. */
    @DeleteMapping
    @ResponseBody
    String delete(@PathVariable UUID id, Actor.Person person) {
        tasks.delete(new TaskId(id), Demand.ANY, person);
        return "";
    }

    private String line(Task task, Account account, Model page) {
        page.addAttribute("row", TaskRow.of(task, account, clock));
        return LINE;
    }

    private static String form(UUID id, TaskForm form, Model page) {
        page.addAttribute("id", id);
        page.addAttribute("form", form);
        page.addAttribute("priorities", TaskPages.priorities());
        return "task-row :: editing";
    }
}
