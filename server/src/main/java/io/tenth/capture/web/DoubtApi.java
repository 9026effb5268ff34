package io.tenth.capture.web;

import io.tenth.capture.DismissedDoubts;
import io.tenth.shared.Actor;
import io.tenth.shared.ProposalId;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dismissal of doubts whether a proposal counts time that is counted already, and the taking back of it. */
@RestController
@RequestMapping("/api/proposals/{id}/doubts/{other}/dismissal")
class DoubtApi {

    private final DismissedDoubts dismissed;

    DoubtApi(DismissedDoubts dismissed) {
        this.dismissed = dismissed;
    }

    /** Says that the proposal and the other proposal or entry, which its doubt names, are each counted rightly. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id, @PathVariable UUID other, Actor.Person person) {
        dismissed.dismiss(new ProposalId(id), other, person);
    }

    /** Lets the doubt be raised again. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id, @PathVariable UUID other, Actor.Person person) {
        dismissed.undo(new ProposalId(id), other, person);
    }
}
