package io.tenth.mail.imap;

/** The server's answer broke off: it was beyond a limit, against the protocol, or fell silent. The connection is of no more use. */
final class GarbledException extends Exception {

    private static final long serialVersionUID = 1L;

    GarbledException(String what) {
        super(what);
    }
}
