package io.tenth;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A second server, in the process of the test and with a clock of its own. */
public record OtherServer(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Starts one on any free port. */
    public static OtherServer start(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("server.port", "0");
        var application = new SpringApplication(Tenth.class, ServerTest.Time.class);
        application.setRegisterShutdownHook(false);
        return new OtherServer(application.run(all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
    }

    public ApiClient api() {
        return ApiClient.to(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    public TestClock clock() {
        return context.getBean(TestClock.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
