package io.tenth.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of one start, out of the environment. An empty variable is as good as none. */
record Settings(Map<Setting, String> values) {

    private static final String OWN = "TENTH_";
    private static final Set<String> OF_THE_LAUNCHER = Set.of("TENTH_JAVA_OPTS", ServeCommand.LAUNCHER, "TENTH_TOKEN");

    /** Refuses an impossible value, and a variable of ours that does not exist: it is most likely misspelt. */
    static Settings of(Map<String, String> environment) {
        environment.keySet().forEach(Settings::refuseUnknown);
        var values = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            var text = environment.getOrDefault(setting.name(), "").strip();
            if (!text.isEmpty()) {
                values.put(setting, setting.read(text));
            }
        }
        Tls.verify(values);
        return new Settings(values);
    }

    /** What the server is started with. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        values.forEach((setting, value) -> setting.property().ifPresent(name -> properties.put(name, value)));
        if (values.containsKey(Setting.TLS_CERTIFICATE)) {
            properties.putAll(Tls.PROPERTIES);
        }
        return properties;
    }

    /** Those that are set and that nothing reads yet. */
    List<Setting> unused() {
        return values.keySet().stream()
                .filter(setting -> setting.property().isEmpty())
                .toList();
    }

    private static void refuseUnknown(String name) {
        if (name.startsWith(OWN)
                && !OF_THE_LAUNCHER.contains(name)
                && Arrays.stream(Setting.values())
                        .noneMatch(setting -> setting.name().equals(name))) {
            throw new SettingRefusedException("There is no setting " + name + ". docs/operate/settings.md lists them.");
        }
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
