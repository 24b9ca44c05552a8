package io.github.passage4j.faces.page;

import io.github.passage4j.core.config.PassageConfig;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;

/** Light or dark, as the person chose; the server knows before the page is drawn, so that nothing flashes. */
@Named("theme")
@RequestScoped
public class ThemeBean {

    static final String COOKIE = "theme";
    private static final Duration LIFE = Duration.ofDays(365);

    private final HttpServletRequest request;
    private final PassageConfig config;

    @Inject
    public ThemeBean(HttpServletRequest request, PassageConfig config) {
        this.request = request;
        this.config = config;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected ThemeBean() {
        this.request = null;
        this.config = null;
    }

    /** The choice; as the system prefers unless another one was made. */
    public Theme getChoice() {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        for (Cookie cookie : cookies) {
            if (COOKIE.equals(cookie.getName())) {
                return Theme.ofKey(cookie.getValue()).orElse(Theme.SYSTEM);
            }
        }
        return Theme.SYSTEM;
    }

    public Theme[] getChoices() {
        return Theme.values();
    }

    /** Where the page is that the person looks at, to come back to it. */
    public String getBack() {
        return ReturnAddress.shownBy(request);
    }

    /** Has the browser keep the choice. */
    void keep(HttpServletResponse response, Theme theme) {
        Cookie cookie = new Cookie(COOKIE, theme.getKey());
        cookie.setPath("/");
        cookie.setMaxAge(theme == Theme.SYSTEM ? 0 : Math.toIntExact(LIFE.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(config.origin().getScheme()));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
