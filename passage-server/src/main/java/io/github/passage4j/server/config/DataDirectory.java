package io.github.passage4j.server.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The directory of generated secrets. Files in it are owner-only from their first byte, and appear complete or not at
 * all. Safe for several threads and processes.
 */
public final class DataDirectory {

    private static final String SETTING = "passage.data.dir";
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path directory;

    private DataDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens the directory, and makes it, owner-only, where there is none.
     *
     * @throws ConfigurationException when it can't be made or written to
     */
    public static DataDirectory open(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, ownerOnly("rwx------"));
            }
        } catch (IOException e) {
            throw new ConfigurationException(SETTING, "can't make the directory " + directory, e);
        }
        if (!Files.isWritable(directory)) {
            throw new ConfigurationException(SETTING, "can't write to the directory " + directory);
        }
        return new DataDirectory(directory);
    }

    /**
     * Reads a file, lets the caller decide on its new content and writes that, with nobody in between.
     *
     * @param name name of the file
     * @param change gets the present content, empty when there is no file; returns the wanted content. The file is
     *     written when the two differ
     * @return the wanted content
     */
    public String update(String name, Function<Optional<String>, String> change) {
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel = lockFile();
                    FileLock lock = channel.lock()) {
                Optional<String> present = read(name);
                String wanted = change.apply(present);
                if (lock.isValid() && !present.equals(Optional.of(wanted))) {
                    write(name, wanted);
                }
                return wanted;
            } catch (IOException e) {
                throw new ConfigurationException(SETTING, "can't read or write " + directory.resolve(name), e);
            }
        }
    }

    private FileChannel lockFile() throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return FileChannel.open(directory.resolve("passage.lock"), options, ownerOnly("rw-------"));
    }

    private Optional<String> read(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private void write(String name, String content) throws IOException {
        Path part = directory.resolve(name + "." + UUID.randomUUID() + ".part");
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, options, ownerOnly("rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
