package io.tenth.mail.imap;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A GreenMail that listens on localhost with the throw-away certificate. */
public final class LocalImap {

    private static final int STARTUP_MILLIS = 60_000;

    private LocalImap() {}

    public static GreenMail newServer() {
        System.setProperty(
                "greenmail.tls.keystore.file", TestCertificate.LOCALHOST.store().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        var setup = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        return new GreenMail(setup);
    }

    /** Starts it with one account, which has a folder of sent mail by the name that German programs give it. */
    public static GreenMailUser start(GreenMail server, String address, String password) {
        server.start();
        var user = server.setUser(address, address, password);
        try {
            var hosts = server.getManagers().getImapHostManager();
            hosts.createMailbox(user, "Gesendete Objekte");
            return user;
        } catch (FolderException | AuthorizationException e) {
            throw new IllegalStateException(e);
        }
    }
}
