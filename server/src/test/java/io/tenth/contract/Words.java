package io.tenth.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What the code does not tell of its operations: their titles and examples, one file a controller in {@code docs/api/operations}. */
final class Words {

    private static final Path FOLDER = Path.of("..", "docs", "api", "operations");

    /** What a file says of all its operations. */
    private static final Set<String> OF_FILE = Set.of("tag", "scope", "roles");

    private final Map<Class<?>, ObjectNode> files = new HashMap<>();
    private final Map<ObjectNode, List<String>> used = new HashMap<>();

    /** What stands at the beginning of the document. */
    static ObjectNode about() {
        return Yaml.read(FOLDER.resolve("about.yaml"));
    }

    /** The words for an operation. */
    ObjectNode of(Operation operation) {
        var file = file(operation.controller());
        if (!(file.path(operation.method()) instanceof ObjectNode words)) {
            throw new AssertionError(
                    "docs/api/operations/" + operation.controller().getSimpleName() + ".yaml says nothing of '"
                            + operation.method() + "', which is " + operation);
        }
        used.computeIfAbsent(file, any -> new ArrayList<>()).add(operation.method());
        return words;
    }

    String tag(Operation operation) {
        return file(operation.controller()).required("tag").asString();
    }

    /** What stands for one operation, or else for all of its file; empty where nothing does. */
    String ofFile(Operation operation, String name) {
        var file = file(operation.controller());
        return file.path(operation.method()).path(name).asString(file.path(name).asString(""));
    }

    /** The words for operations that are no more. */
    List<String> unused() {
        return files.entrySet().stream()
                .flatMap(entry -> entry.getValue().propertyNames().stream()
                        .filter(name -> !OF_FILE.contains(name))
                        .filter(name ->
                                !used.getOrDefault(entry.getValue(), List.of()).contains(name))
                        .map(name -> entry.getKey().getSimpleName() + "." + name))
                .toList();
    }

    private ObjectNode file(Class<?> controller) {
        return files.computeIfAbsent(controller, type -> {
            var file = FOLDER.resolve(type.getSimpleName() + ".yaml");
            if (!Files.exists(file)) {
                throw new AssertionError("The API's " + type.getSimpleName() + " needs the file docs/api/operations/"
                        + file.getFileName() + "; docs/api/README.md says what goes into it.");
            }
            return Yaml.read(file);
        });
    }
}
