package io.github.passage4j.it.support;

import java.io.File;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archives as they are shipped; a test adds itself at most. */
public final class Archives {

    private Archives() {}

    /** The packaged REST API with a test class in it, and the assertions that it uses. */
    public static WebArchive restApiWith(Class<?> test) {
        return restApi().addClass(test).addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
    }

    /** The packaged REST API. */
    public static WebArchive restApi() {
        File packaged = Path.of(System.getProperty("passage4j.root"), "rest-api", "target", "rest-api.war")
                .toFile();
        return ShrinkWrap.createFromZipFile(WebArchive.class, packaged);
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
