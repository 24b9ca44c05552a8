package io.github.passage4j.it.elements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Product;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much a browser loads for the Elements, compressed. Fails where the build had no npm to bundle them with. */
@ExtendWith(ArquillianExtension.class)
class ElementsWeightIT {

    private static final Pattern STATIC_IMPORT = Pattern.compile("\\b(?:import|from)\\s*[\"'](\\.{1,2}/[^\"']+)[\"']");
    private static final Pattern ANY_IMPORT =
            Pattern.compile("\\b(?:import\\s*\\(?|from)\\s*[\"'](\\.{1,2}/[^\"']+)[\"']");

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Archives.restApi();
    }

    @Test
    void isLessThan40KilobytesForAllFiveInEnglish() {
        Map<String, String> english = modules(STATIC_IMPORT);

        assertThat(english.keySet()).doesNotContain("i18n/de.js");
        assertThat(weight(english)).as("bytes of %s", english.keySet()).isLessThan(40_000);
    }

    @Test
    void isLessThan65KilobytesWithAllLanguages() {
        Map<String, String> all = modules(ANY_IMPORT);

        assertThat(all.keySet())
                .contains("i18n/de.js", "i18n/es.js", "i18n/fr.js", "i18n/it.js", "i18n/pl.js", "i18n/pt.js")
                .contains("i18n/zh.js");
        assertThat(weight(all)).as("bytes of %s", all.keySet()).isLessThan(65_000);
    }

    /** The text of the module that pages load and of those that it imports in turn, by path. */
    private static Map<String, String> modules(Pattern imports) {
        URI base = URI.create(Product.origin() + "/passage/");
        Map<String, String> found = new LinkedHashMap<>();
        Deque<String> wanted = new ArrayDeque<>(List.of("passage-web.js"));
        while (!wanted.isEmpty()) {
            String path = wanted.remove();
            if (!found.containsKey(path)) {
                HttpResponse<String> answer = Api.send(HttpRequest.newBuilder(base.resolve(path)));
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                found.put(path, answer.body());
                imports.matcher(answer.body())
                        .results()
                        .map(match -> URI.create(path).resolve(match.group(1)).toString())
                        .forEach(wanted::add);
            }
        }
        return found;
    }

    private static int weight(Map<String, String> modules) {
        return modules.values().stream().mapToInt(ElementsWeightIT::compressed).sum();
    }

    private static int compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.size();
    }
}
