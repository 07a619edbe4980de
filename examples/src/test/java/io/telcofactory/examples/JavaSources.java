package io.telcofactory.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java texts with the compiler of the running JDK, each into a file named after its public or first type. */
public final class JavaSources {
    private static final Pattern TYPE =
            Pattern.compile("(?m)(?:\\b(?:class|interface|record|enum)\\s+(\\w+))|^\\s*(module)\\s+[\\w.]+\\s*\\{");

    private JavaSources() {}

    /**
     * Writes the texts under a folder and compiles them.
     *
     * @param folder where sources and classes go
     * @param texts one compilation unit each
     * @param options options of javac, such as a class path
     * @return the folder of the classes
     */
    public static Path compile(Path folder, List<String> texts, List<String> options) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            Path file = Files.createDirectories(sources.resolve(String.valueOf(files.size())))
                    .resolve(fileName(text));
            files.add(Files.writeString(file, text));
        }
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-proc:none", "-d", classes.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages, manager, null, arguments, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new AssertionError("javac refused " + arguments + System.lineSeparator() + messages);
            }
        }
        return classes;
    }

    private static String fileName(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            throw new IllegalArgumentException("no type declared in: " + text);
        }
        return (type.group(2) == null ? type.group(1) : "module-info") + ".java";
    }
}
