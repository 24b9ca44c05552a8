package io.github.passage4j.faces.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Addresses of the static files under {@code /assets/}. The address holds a digest of their content, so that a browser may keep them for
 * ever, and a module that imports another by a relative address gets the same version of it.
 */
@Named("assets")
@ApplicationScoped
public class AssetsBean {

    static final String ROOT = "/assets/";

    private static final int VERSION_LENGTH = 12;

    private final ServletContext files;
    private String version = "";

    @Inject
    public AssetsBean(ServletContext files) {
        this.files = files;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected AssetsBean() {
        this.files = null;
    }

    @PostConstruct
    void digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            addFolder(ROOT, digest);
            version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A static file can't be read", e);
        }
    }

    /** The digest of all static files: lower-case hexadecimal. */
    public String getVersion() {
        return version;
    }

    /** The folder of the static files in their present version, with a slash at its end. */
    public String getBase() {
        return files.getContextPath() + ROOT + "v" + version + "/";
    }

    private void addFolder(String folder, MessageDigest digest) throws IOException {
        Set<String> paths = files.getResourcePaths(folder);
        if (paths == null) {
            return;
        }
        for (String path : new TreeSet<>(paths)) {
            if (path.endsWith("/")) {
                addFolder(path, digest);
            } else {
                addFile(path, digest);
            }
        }
    }

    private void addFile(String path, MessageDigest digest) throws IOException {
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        try (InputStream content = files.getResourceAsStream(path)) {
            if (content != null) {
                digest.update(content.readAllBytes());
            }
        }
    }
}
