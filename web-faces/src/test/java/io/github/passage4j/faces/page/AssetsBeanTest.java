package io.github.passage4j.faces.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssetsBeanTest {

    @Test
    void putsTheVersionInThePath() {
        AssetsBean assets = assets(Map.of("/assets/page.css", "a{}"));

        assertThat(assets.getVersion()).matches("[0-9a-f]{12}");
        assertThat(assets.getBase()).isEqualTo("/assets/v" + assets.getVersion() + "/");
    }

    @Test
    void keepsTheVersionWhileNothingChanges() {
        assertThat(version(Map.of("/assets/a.js", "1", "/assets/b.js", "2")))
                .isEqualTo(version(Map.of("/assets/b.js", "2", "/assets/a.js", "1")));
    }

    @Test
    void changesTheVersionWithContentOrName() {
        String before = version(Map.of("/assets/a.js", "1"));

        assertThat(version(Map.of("/assets/a.js", "2"))).isNotEqualTo(before);
        assertThat(version(Map.of("/assets/b.js", "1"))).isNotEqualTo(before);
    }

    private static String version(Map<String, String> files) {
        return assets(files).getVersion();
    }

    private static AssetsBean assets(Map<String, String> files) {
        AssetsBean assets = new AssetsBean(context(files));
        assets.digest();
        return assets;
    }

    private static ServletContext context(Map<String, String> files) {
        return (ServletContext) Proxy.newProxyInstance(
                AssetsBeanTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getContextPath" -> "";
                    case "getResourcePaths" -> paths(files, (String) arguments[0]);
                    case "getResourceAsStream" ->
                        new ByteArrayInputStream(
                                files.getOrDefault((String) arguments[0], "").getBytes(StandardCharsets.UTF_8));
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static Set<String> paths(Map<String, String> files, String folder) {
        return files.keySet().stream().filter(path -> path.startsWith(folder)).collect(Collectors.toSet());
    }
}
