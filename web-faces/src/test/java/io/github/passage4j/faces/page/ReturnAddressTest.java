package io.github.passage4j.faces.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/profile", "/profile?x=1&y=%2F", "/admin/users/17"})
    void isAPathOfThisServer(String address) {
        assertThat(handedOver(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/profile\n",
                "javascript:alert(1)",
                "evil",
                "",
                "/..//evil.example",
                "/x/..//evil.example",
                "/logout",
                "/session",
                "/login",
                "/dashboard",
                "/profile/../logout",
                "/%",
                "/ä"
            })
    void isNeverAnythingElse(String address) {
        assertThat(handedOver(address)).isEmpty();
    }

    @Test
    void isCarriedByTheLoginAddress() {
        assertThat(ReturnAddress.loginFrom(
                        TestRequest.get("/profile").query("tab=1").build()))
                .isEqualTo("/login?return-to=%2Fprofile%3Ftab%3D1");
        assertThat(ReturnAddress.loginFrom(TestRequest.get("/dashboard").build()))
                .isEqualTo("/login");
    }

    @Test
    void ofAFormIsItsPage() {
        assertThat(ReturnAddress.loginFrom(
                        TestRequest.of("POST", "/profile/name").build()))
                .isEqualTo("/login?return-to=%2Fprofile");
    }

    private static String handedOver(String address) {
        return ReturnAddress.in(TestRequest.get("/login")
                        .parameter("return-to", address)
                        .build())
                .orElse("");
    }
}
