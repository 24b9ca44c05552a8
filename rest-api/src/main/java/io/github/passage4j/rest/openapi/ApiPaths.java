package io.github.passage4j.rest.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/** Puts the archive's context root, which annotations don't know, in front of every path. Used by the build. */
public class ApiPaths implements OASFilter {

    static final String CONTEXT_ROOT = "/api";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        Map<String, PathItem> items = description.getPaths().getPathItems();
        Map<String, PathItem> real = new LinkedHashMap<>();
        items.forEach((path, item) -> real.put(CONTEXT_ROOT + path, item));
        Paths paths = OASFactory.createPaths();
        paths.setPathItems(real);
        description.setPaths(paths);
    }
}
