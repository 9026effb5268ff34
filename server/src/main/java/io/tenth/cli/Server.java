package io.tenth.cli;

import io.tenth.Tenth;
import io.tenth.identity.Accounts;
import io.tenth.identity.Invitations;
import io.tenth.shared.Actor;
import io.tenth.store.StartRefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A server that runs. */
record Server(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Starts it; returns when it answers. Whoever starts it also closes it. Throws {@link StartRefusedException} for what an operator can mend. */
    static Server start(Map<String, Object> properties) {
        var application = new SpringApplication(Tenth.class);
        application.setRegisterShutdownHook(false);
        try {
            return new Server(application.run(arguments(properties)));
        } catch (RuntimeException failure) {
            throw reason(failure).orElse(failure);
        }
    }

    /** Starts one for a command: it serves nobody but on a port of this machine that nobody knows, and logs nothing. */
    static Server startAside(Map<String, String> environment) {
        return startAside(environment, false);
    }

    /**
     * The same.
     *
     * @param scans whether it carries out scans that wait: those of the command itself, and any others
     */
    static Server startAside(Map<String, String> environment, boolean scans) {
        var properties = new HashMap<>(Settings.of(environment).properties());
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", "0");
        properties.put("tenth.scans.carried-out", scans);
        properties.put("logging.threshold.console", "OFF");
        return start(properties);
    }

    /** As arguments, since nothing overrules those: neither the program's own defaults nor a stray variable. */
    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        var scheme = context.getEnvironment().containsProperty(Tls.SWITCH) ? "https" : "http";
        var host = context.getEnvironment().getProperty("server.address", "127.0.0.1");
        var server = ((WebServerApplicationContext) context).getWebServer();
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + (server == null ? "0" : server.getPort());
    }

    /** The link with which the first administrator's account is made; empty when there is one. A new one voids the last. */
    Optional<String> firstLink() {
        var program = new Actor.Program();
        if (bean(Accounts.class).anyAdministrator(program)) {
            return Optional.empty();
        }
        var invitations = bean(Invitations.class);
        var link = invitations.link(invitations.inviteFirstAdministrator(program));
        return Optional.of(link.startsWith("/") ? address() + link : link);
    }

    /** Ends it in order: requests that run are finished, then the database stops. */
    @Override
    public void close() {
        context.close();
    }

    /** What an operator can act on, out of the layers that frameworks wrap around it. */
    private static Optional<RuntimeException> reason(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(Server::known)
                .findFirst();
    }

    private static Stream<RuntimeException> known(Throwable cause) {
        if (cause instanceof StartRefusedException refused) {
            return Stream.of(refused);
        }
        if (cause instanceof PortInUseException taken) {
            return Stream.of(new StartRefusedException(
                    "Port " + taken.getPort() + " is in use. Set API_PORT to another, or stop what listens there."));
        }
        return Stream.empty();
    }
}
