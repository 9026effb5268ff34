package io.tenth.capture;

import io.tenth.crypto.Seal;
import io.tenth.mail.MailMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * By what a message is recognised among a person's others, as keyed hashes: nobody without the person's key learns an address.
 *
 * @param sender empty where the message names none
 * @param correspondents those it was sent to, without the sender
 * @param thread of the subject; empty where there is none
 */
record Trace(Optional<ByteBuffer> sender, List<ByteBuffer> correspondents, Optional<ByteBuffer> thread) {

    static Trace of(MailMessage message, Seal seal) {
        var from = Addresses.of(message.from());
        var thread = Subjects.thread(message.subject());
        return new Trace(
                from.stream().findFirst().map(address -> address(address, seal)),
                Addresses.of(message.to()).stream()
                        .filter(address -> !from.contains(address))
                        .map(address -> address(address, seal))
                        .toList(),
                thread.isEmpty() ? Optional.empty() : Optional.of(ByteBuffer.wrap(seal.identity("thread:" + thread))));
    }

    /** The hash under which an address is known. */
    static ByteBuffer address(String address, Seal seal) {
        return ByteBuffer.wrap(seal.identity("address:" + address));
    }
}
