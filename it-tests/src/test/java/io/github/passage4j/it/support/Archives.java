package io.github.passage4j.it.support;

import java.io.File;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
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

    /** The packaged pages, and these classes. */
    public static WebArchive pages(Class<?>... classes) {
        File packaged = Path.of(System.getProperty("passage4j.root"), "web-faces", "target", "web-faces.war")
                .toFile();
        return ShrinkWrap.createFromZipFile(WebArchive.class, packaged).addClasses(classes);
    }

    /** An archive of somebody else: these classes, and what {@code passage-core} needs in {@code WEB-INF/lib}. */
    public static WebArchive withSdk(String name, String contextRoot, Class<?>... classes) {
        String descriptor = "<glassfish-web-app><context-root>" + contextRoot
                + "</context-root><class-loader delegate=\"false\"/></glassfish-web-app>";
        WebArchive archive = ShrinkWrap.create(WebArchive.class, name)
                .addClasses(classes)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebInfResource(new StringAsset(descriptor), "glassfish-web.xml");
        restApi()
                .getContent(Filters.include("/WEB-INF/lib/.*\\.jar"))
                .forEach((path, node) -> archive.add(node.getAsset(), path));
        return archive;
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
