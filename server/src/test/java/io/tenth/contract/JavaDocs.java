package io.tenth.contract;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The comments of the API's sources, in the words of the wire: what the code calls {@code endTime} is {@code end_time} there. */
final class JavaDocs {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern NAME_IN_CODE = Pattern.compile("[a-z]+([A-Z][a-z]+)+");

    private final Map<String, String> texts = new HashMap<>();

    static JavaDocs ofTheApi() {
        var docs = new JavaDocs();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = Files.walk(SOURCES);
                var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.filter(file -> isOfTheApi(file.toString())).toList();
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            for (var unit : task.parse()) {
                docs.new Reader(DocTrees.instance(task)).scan(unit, null);
            }
            return docs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said of a class; empty where nothing is. */
    String of(Class<?> type) {
        return texts.getOrDefault(String.valueOf(type.getCanonicalName()), "");
    }

    String ofMethod(Class<?> type, String method) {
        return texts.getOrDefault(type.getCanonicalName() + "#" + method, "");
    }

    String ofComponent(Class<?> record, String component) {
        return texts.getOrDefault(record.getCanonicalName() + "." + component, "");
    }

    /** A name of the code as the wire has it. */
    static String onTheWire(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static boolean isOfTheApi(String file) {
        return file.endsWith(".java") && (file.contains("/web/") || file.contains("/shared/"));
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(JavaDocs::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree part) {
        if (part instanceof TextTree text) {
            return text.getBody();
        }
        if (part instanceof LiteralTree code) {
            var body = code.getBody().getBody();
            return NAME_IN_CODE.matcher(body).matches() ? onTheWire(body) : body;
        }
        if (part instanceof LinkTree link) {
            var label = text(link.getLabel());
            return label.isEmpty() ? link.getReference().getSignature() : label;
        }
        return "";
    }

    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private String owner = "";

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var outer = owner;
            owner = outer.isEmpty()
                    ? getCurrentPath().getCompilationUnit().getPackageName() + "." + type.getSimpleName()
                    : outer + "." + type.getSimpleName();
            keep(owner);
            super.visitClass(type, null);
            owner = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            keep(owner + "#" + method.getName());
            return null;
        }

        private void keep(String key) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment == null) {
                return;
            }
            texts.put(key, text(comment.getFullBody()));
            for (var tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param) {
                    texts.put(key + "." + param.getName(), sentence(text(param.getDescription())));
                }
            }
        }

        private String sentence(String text) {
            return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
        }
    }
}
