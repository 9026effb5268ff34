package io.tenth.assistant;

import io.tenth.shared.Actor;

/** Is told what became of a call that waited for a yes, wherever the person has decided on it. */
public interface WhenDecided {

    void decided(WaitingCall call, ToolAnswer became, Actor.Person person);
}
