package io.tenth.task.web;

import io.tenth.identity.Account;
import io.tenth.shared.DomainException;
import io.tenth.task.TaskPriority;
import io.tenth.task.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks, its filter, and the form that adds one. {@link TaskRowPages} changes one of them. */
@Controller
class TaskPages {

    private final Tasks tasks;
    private final Clock clock;

    TaskPages(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A page of the list: what is open, where nothing else is asked for. */
    @GetMapping("/tasks")
    String list(TaskView view, @RequestParam(required = false) @Nullable String after, Account account, Model page) {
        var found = tasks.page(view.query(after), account.person());
        page.addAttribute("view", view);
        page.addAttribute(
                "rows",
                found.items().stream()
                        .map(task -> TaskRow.of(task, account, clock))
                        .toList());
        page.addAttribute("next", found.nextCursor());
        page.addAttribute("isFirst", after == null);
        page.addAttribute("priorities", priorities());
        return "tasks";
    }

    @PostMapping("/tasks")
    String add(TaskForm form, Account account, Model page, HttpServletResponse response) {
        try {
            tasks.add(form.content(), account.person());
            return "redirect:/tasks";
        } catch (DomainException refusal) {
            response.setStatus(422);
            page.addAttribute("refusal", refusal.sentence());
            page.addAttribute("form", form);
            return list(TaskView.OPEN, null, account, page);
        }
    }

    /** The priorities as forms offer them, most urgent first. */
    static List<String> priorities() {
        return Arrays.stream(TaskPriority.values())
                .map(TaskPriority::key)
                .toList()
                .reversed();
    }
}
