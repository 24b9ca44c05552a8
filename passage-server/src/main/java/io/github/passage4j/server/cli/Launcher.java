package io.github.passage4j.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Starts the command line from the archive: its classes and libraries lie where an application server looks for them, and not
 * {@code java -jar}. So this class lies at the archive's root too, needs nothing but the JDK, and puts the others on a class path.
 */
public final class Launcher {

    private static final String MAIN = "io.github.passage4j.server.cli.OperatorCommand";
    private static final Pattern LIBRARY = Pattern.compile("WEB-INF/lib/(?:picocli|jackson-|commons-).*\\.jar");

    private Launcher() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        Path archive = Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Path libraries = Files.createTempDirectory("passage-server");
        int code;
        try {
            code = run(classPath(archive, libraries), args);
        } finally {
            remove(libraries);
        }
        System.exit(code);
    }

    private static int run(List<URL> classPath, String[] args) throws ReflectiveOperationException, IOException {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new), platform)) {
            Thread.currentThread().setContextClassLoader(loader);
            return (int)
                    loader.loadClass(MAIN).getMethod("execute", String[].class).invoke(null, (Object) args);
        }
    }

    private static List<URL> classPath(Path archive, Path libraries) throws IOException {
        List<URL> classPath = new ArrayList<>();
        classPath.add(classes(archive));
        try (JarFile jar = new JarFile(archive.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (LIBRARY.matcher(entry.getName()).matches()) {
                    Path library = libraries.resolve(Path.of(entry.getName()).getFileName());
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, library);
                    }
                    classPath.add(library.toUri().toURL());
                }
            }
        }
        return classPath;
    }

    private static URL classes(Path archive) throws MalformedURLException {
        return new URL("jar:" + archive.toUri() + "!/WEB-INF/classes/");
    }

    private static void remove(Path libraries) throws IOException {
        try (var files = Files.list(libraries)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(libraries);
    }
}
