package io.github.passage4j.faces.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request for a view without what would make Faces take it for a postback or an Ajax request of that view. Faces itself looks at neither
 * method nor origin: a mere link could choose both.
 */
class WithoutPostback extends HttpServletRequestWrapper {

    private static final String AJAX_HEADER = "Faces-Request";

    WithoutPostback(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return isOfFaces(name) ? null : super.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return isOfFaces(name) ? null : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> others = new TreeMap<>(super.getParameterMap());
        others.keySet().removeIf(WithoutPostback::isOfFaces);
        return Collections.unmodifiableMap(others);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return AJAX_HEADER.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }

    private static boolean isOfFaces(String name) {
        return name.startsWith("jakarta.faces.") || name.startsWith("primefaces.");
    }
}
