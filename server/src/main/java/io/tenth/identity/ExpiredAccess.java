package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.Expiring;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What let somebody in and does so no more: sessions, and the links to join or to replace a password. */
@Service
class ExpiredAccess implements Expiring {

    private final SessionRepository sessions;
    private final InvitationRepository invitations;
    private final ResetRepository resets;

    ExpiredAccess(SessionRepository sessions, InvitationRepository invitations, ResetRepository resets) {
        this.sessions = sessions;
        this.invitations = invitations;
        this.resets = resets;
    }

    @Override
    @Transactional
    public void forgetExpired(Actor.Program program) {
        sessions.deleteExpired();
        invitations.deleteExpired();
        resets.deleteExpired();
    }
}
