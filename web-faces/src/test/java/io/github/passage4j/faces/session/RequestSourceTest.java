package io.github.passage4j.faces.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSourceTest {

    private final RequestSource source = new RequestSource(TestConfig.hosted());

    @ParameterizedTest
    @CsvSource({"same-origin, true", "none, true", "same-site, false", "cross-site, false", "bogus, false"})
    void believesTheBrowsersWord(String site, boolean isOwn) {
        assertThat(source.isOwn(request().header("Sec-Fetch-Site", site).build()))
                .isEqualTo(isOwn);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, true",
        "https://evil.example, false",
        "http://shop.example, false",
        "https://shop.example:444, false",
        "null, false"
    })
    void comparesTheOriginOfAnOlderBrowser(String origin, boolean isOwn) {
        assertThat(source.isOwn(request().header("Origin", origin).build())).isEqualTo(isOwn);
    }

    @Test
    void comparesTheOriginInTheSpellingOfBrowsers() {
        RequestSource spelt = new RequestSource(TestConfig.withOrigin("https://Shop.example:443"));

        assertThat(spelt.isOwn(
                        request().header("Origin", "https://shop.example").build()))
                .isTrue();
    }

    @Test
    void ranksFetchMetadataAboveTheOrigin() {
        TestRequest request = request().header("Sec-Fetch-Site", "cross-site").header("Origin", "https://shop.example");

        assertThat(source.isOwn(request.build())).isFalse();
    }

    @Test
    void acceptsAClientThatIsNoBrowser() {
        assertThat(source.isOwn(request().build())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void takesNavigationOnThisOriginOrByHandAsDeliberate(String site) {
        assertThat(source.isDeliberateNavigation(request()
                        .header("Sec-Fetch-Site", site)
                        .header("Sec-Fetch-Dest", "document")
                        .build()))
                .isTrue();
    }

    @Test
    void takesTheNavigationOfAClientThatIsNoBrowserAsDeliberate() {
        assertThat(source.isDeliberateNavigation(request().build())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Dest, image",
        "Sec-Fetch-Dest, iframe",
        "Sec-Fetch-Dest, empty",
        "Origin, https://evil.example",
        "Sec-Purpose, prefetch;prerender"
    })
    void takesNothingAsDeliberateThatAnotherOriginOrAnElementOfAPageAsksFor(String header, String value) {
        assertThat(source.isDeliberateNavigation(request().header(header, value).build()))
                .isFalse();
    }

    private static TestRequest request() {
        return TestRequest.get("/session");
    }
}
