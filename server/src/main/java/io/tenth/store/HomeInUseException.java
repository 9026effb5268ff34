package io.tenth.store;

/** Refuses a second server on the same home folder. */
final class HomeInUseException extends StartRefusedException {
    private static final long serialVersionUID = 1L;

    HomeInUseException(Home home, String pid) {
        super("Tenth already runs on " + home.root() + " (process " + pid
                + "): stop it first, or choose another home.");
    }
}
