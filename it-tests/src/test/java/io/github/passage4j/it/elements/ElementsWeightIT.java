package io.github.passage4j.it.elements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Product;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many bytes a browser gets for the Elements, compressed as it says it takes. Fails where the build had no npm to bundle them with. */
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
        Map<String, Integer> english = modules(STATIC_IMPORT);

        assertThat(english.keySet()).doesNotContain("i18n/de.js");
        assertThat(weight(english)).as("bytes of %s", english).isLessThan(40_000);
    }

    @Test
    void isLessThan65KilobytesWithAllLanguages() {
        Map<String, Integer> all = modules(ANY_IMPORT);

        assertThat(all.keySet())
                .contains("i18n/de.js", "i18n/es.js", "i18n/fr.js", "i18n/it.js", "i18n/pl.js", "i18n/pt.js")
                .contains("i18n/zh.js");
        assertThat(weight(all)).as("bytes of %s", all).isLessThan(65_000);
    }

    /** Bytes as they come over the wire of the module that pages load and of those that it imports in turn, by path. */
    private static Map<String, Integer> modules(Pattern imports) {
        URI base = URI.create(Product.origin() + "/passage/");
        Map<String, Integer> found = new LinkedHashMap<>();
        Deque<String> wanted = new ArrayDeque<>(List.of("passage-web.js"));
        while (!wanted.isEmpty()) {
            String path = wanted.remove();
            if (!found.containsKey(path)) {
                byte[] body = compressed(base.resolve(path));
                found.put(path, body.length);
                imports.matcher(text(body))
                        .results()
                        .map(match -> URI.create(path).resolve(match.group(1)).toString())
                        .forEach(wanted::add);
            }
        }
        return found;
    }

    private static byte[] compressed(URI address) {
        HttpResponse<byte[]> answer =
                Api.send(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as("status of %s", address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        return answer.body();
    }

    private static String text(byte[] compressed) {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int weight(Map<String, Integer> modules) {
        return modules.values().stream().mapToInt(Integer::intValue).sum();
    }
}
