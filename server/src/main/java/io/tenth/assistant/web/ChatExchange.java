package io.tenth.assistant.web;

import io.tenth.assistant.talk.Chat;
import io.tenth.assistant.talk.Conversations;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What the script of the page says and hears. It is {@link ChatApi} for who came by the cookie of the pages, with their token
 * against forgery; a refusal is its sentence alone. It is no promise to anybody but that script.
 */
@Controller
@ResponseBody
@RequestMapping("/chat")
class ChatExchange {

    private final Chat chat;
    private final ChatStream stream;
    private final Conversations conversations;

    ChatExchange(Chat chat, ChatStream stream, Conversations conversations) {
        this.chat = chat;
        this.stream = stream;
        this.conversations = conversations;
    }

    @PostMapping("/turns")
    void talk(@RequestBody ChatApi.Said said, Actor.Person person, HttpServletResponse response)
            throws IOException, InterruptedException {
        stream.tell(() -> chat.begin(said.heard(), person), person, response);
    }

    /** Nothing where the conversation is not begun: its first words may have been lost on the way. */
    @GetMapping("/{id}/messages")
    Latest messages(@PathVariable UUID id, Actor.Person person) {
        var latest = conversations.latest(id, person);
        return new Latest(
                latest.stream().map(ConversationApi.Message::of).toList(), latest.size() == Conversations.LATEST);
    }

    @GetMapping("/{id}/stream")
    void resume(@PathVariable UUID id, Actor.Person person, HttpServletResponse response)
            throws IOException, InterruptedException {
        var follower = chat.resume(id, person);
        if (follower.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        stream.tell(follower::get, person, response);
    }

    @PostMapping("/{id}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable UUID id, Actor.Person person) {
        chat.stop(id, person);
    }

    /**
     * What was said last.
     *
     * @param cut whether there may be more before it
     */
    record Latest(List<ConversationApi.Message> messages, boolean cut) {}

    @ExceptionHandler
    ResponseEntity<String> refusal(DomainException refusal) {
        return ResponseEntity.unprocessableContent()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(refusal.sentence());
    }
}
