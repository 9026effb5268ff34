package io.tenth.assistant.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.assistant.ToolAnswer;
import io.tenth.assistant.WaitingCalls;
import io.tenth.assistant.talk.Conversation;
import io.tenth.assistant.talk.Conversations;
import io.tenth.assistant.talk.ModelSwitch;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.TimeCursor;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which a person talks with their assistant, and agrees to what waits for them. What is said comes to it by
 * {@link ChatExchange}.
 */
@Controller
@RequestMapping("/chat")
class ChatPages {

    private static final int LISTED = 50;

    private final Conversations conversations;
    private final WaitingCalls waiting;
    private final ModelSwitch models;

    ChatPages(Conversations conversations, WaitingCalls waiting, ModelSwitch models) {
        this.conversations = conversations;
        this.waiting = waiting;
        this.models = models;
    }

    /** A conversation that is not begun yet. */
    @GetMapping
    String show(@RequestParam(required = false) @Nullable String cursor, Account account, Model page) {
        page.addAttribute("conversation", UuidCreator.getTimeOrderedEpoch());
        page.addAttribute("title", "Assistant");
        page.addAttribute("known", false);
        return around(cursor == null ? null : TimeCursor.parse(cursor), account, page);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Account account, Model page) {
        page.addAttribute("conversation", id);
        page.addAttribute(
                "title",
                conversations
                        .find(id, account.person())
                        .orElseThrow(() -> DomainException.notFound("conversation"))
                        .title());
        page.addAttribute("known", true);
        return around(null, account, page);
    }

    @PostMapping("/{id}/title")
    String rename(@PathVariable UUID id, @RequestParam String title, Actor.Person person) {
        conversations.rename(id, title, person);
        return "redirect:/chat/" + id;
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable UUID id, Actor.Person person) {
        conversations.delete(id, person);
        return "redirect:/chat";
    }

    /**
     * All that was said, as a file.
     *
     * @param form text or json
     */
    @GetMapping("/{id}/export")
    ResponseEntity<Object> export(
            @PathVariable UUID id, @RequestParam(defaultValue = "text") String form, Actor.Person person) {
        var whole = conversations.one(id, person);
        return switch (form) {
            case "text" -> file(id + ".md", MediaType.TEXT_MARKDOWN, ConversationApi.markdown(whole));
            case "json" -> file(id + ".json", MediaType.APPLICATION_JSON, ConversationApi.Whole.of(whole));
            default -> throw DomainException.invalid("form", "The form is one of text, json.");
        };
    }

    /** Agrees to what no shown conversation asks for, or declines it. The answer takes the place of the question. */
    @PostMapping("/waiting/{id}")
    String decide(@PathVariable UUID id, @RequestParam boolean approved, Actor.Person person, Model page) {
        page.addAttribute("outcome", outcome(id, approved, person));
        return "chat :: decided";
    }

    @PostMapping("/model")
    String switchModel(@RequestParam boolean enabled, Actor.Person person) {
        models.set(enabled, person);
        return "redirect:/chat";
    }

    /** What waits in the shown conversation is asked there. */
    private String around(@Nullable TimeCursor after, Account account, Model page) {
        var person = account.person();
        var shown = page.getAttribute("conversation");
        Page<Conversation> listed = conversations.page(after, LISTED, person);
        var offer = models.offer();
        page.addAttribute("listed", listed);
        page.addAttribute("offer", offer.orElse(""));
        page.addAttribute("model", offer.isEmpty() ? "none" : models.isOn(person) ? "on" : "off");
        page.addAttribute(
                "waiting",
                waiting(account).stream()
                        .filter(card -> !Objects.equals(card.conversation(), shown))
                        .toList());
        return "chat";
    }

    private List<WaitingCard> waiting(Account account) {
        var asked = new HashMap<UUID, Set<UUID>>();
        return waiting.all(account.person()).stream()
                .map(one -> WaitingCard.of(
                        one,
                        account.zone(),
                        (conversation, call) -> asked.computeIfAbsent(
                                        conversation, id -> conversations.asks(id, account.person()))
                                .contains(call)))
                .toList();
    }

    private String outcome(UUID id, boolean approved, Actor.Person person) {
        try {
            return switch (waiting.decide(id, approved, person)) {
                case ToolAnswer.Done done -> "Done. " + done.text();
                case ToolAnswer.Refused refused ->
                    refused.code().equals(ToolAnswer.Refused.DECLINED)
                            ? "You have declined this, and nothing was done."
                            : refused.sentence();
                case ToolAnswer.Waiting waits ->
                    throw new IllegalStateException("what was agreed to waits again: " + waits.callId());
            };
        } catch (DomainException refused) {
            return refused.sentence();
        }
    }

    private static ResponseEntity<Object> file(String name, MediaType type, Object content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("conversation-" + name)
                                .build()
                                .toString())
                .contentType(type)
                .body(content);
    }
}
