package io.github.passage4j.core.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a self-hosted Passage beside this app generated on its first start: {@code passage.properties} in the data directory
 * ({@code passage.data.dir}, default {@code data}).
 *
 * <p>Ranks below every other source, so that whatever is set from outside wins. The file may appear after this source was made; it is read
 * when first needed and found. No file is no error: with a Passage elsewhere there is none.
 */
public class GeneratedSettings implements ConfigSource {

    private static final String FILE = "passage.properties";
    private static final Set<String> NAMES = Set.of("passage.app.id", "passage.api.key");
    private static final int BELOW_ALL_DEFAULTS = 50;

    private final Path file;
    private volatile @Nullable Properties settings;

    public GeneratedSettings() {
        this(dataDirectory());
    }

    GeneratedSettings(Path dataDirectory) {
        this.file = dataDirectory.resolve(FILE);
    }

    @Override
    public int getOrdinal() {
        return BELOW_ALL_DEFAULTS;
    }

    @Override
    public String getName() {
        return "generated settings in " + file;
    }

    @Override
    public Set<String> getPropertyNames() {
        return NAMES;
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is not annotated; null means "not here"
    public String getValue(String name) {
        return NAMES.contains(name) ? load().getProperty(name) : null;
    }

    private Properties load() {
        Properties known = settings;
        if (known != null) {
            return known;
        }
        Properties read = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new InvalidSettingException("passage.data.dir", "holds a file that can't be read: " + file);
            }
            settings = read;
        }
        return read;
    }

    /** A configuration source can't ask the configuration that it is part of: the two sources that matter are read directly. */
    private static Path dataDirectory() {
        String property = System.getProperty("passage.data.dir");
        String environment = System.getenv("PASSAGE_DATA_DIR");
        return Path.of(property != null ? property : environment != null ? environment : "data");
    }
}
