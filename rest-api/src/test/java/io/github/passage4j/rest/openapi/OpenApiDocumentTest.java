package io.github.passage4j.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description that the build makes: valid, and complete. */
class OpenApiDocumentTest {

    private static final SwaggerParseResult PARSED = parse();
    private static final OpenAPI DOCUMENT = PARSED.getOpenAPI();

    @Test
    void isValid() {
        assertThat(PARSED.getMessages()).isEmpty();
        assertThat(DOCUMENT.getOpenapi()).startsWith("3.0");
        assertThat(DOCUMENT.getServers()).extracting("url").containsExactly("/");
    }

    @Test
    void namesExactlyTheRoutesThatThereAre() {
        Set<String> documented = new TreeSet<>();
        DOCUMENT.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().keySet().forEach(method -> documented.add(method + " " + path)));

        assertThat(documented).isEqualTo(routes()).isNotEmpty();
    }

    @Test
    void knowsBothWaysToAuthenticate() {
        assertThat(DOCUMENT.getComponents().getSecuritySchemes())
                .containsOnlyKeys(ApiDescription.BEARER, ApiDescription.COOKIE);
        assertThat(DOCUMENT.getSecurity()).hasSize(2);
    }

    @Test
    void givesEachOperationANameAndSuccesses() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.getOperationId()).isNotBlank();
            assertThat(operation.getSummary()).isNotBlank();
            assertThat(operation.getResponses().keySet()).anyMatch(status -> status.startsWith("2"));
        });
        assertThat(operations()).extracting(Operation::getOperationId).doesNotHaveDuplicates();
    }

    @Test
    void documentsTheErrorsThatEveryRouteCanAnswer() {
        assertThat(operations())
                .allSatisfy(operation ->
                        assertThat(operation.getResponses().keySet()).contains("401", "406", "429", "500", "503"));
    }

    @Test
    void documentsWhatABodyCanBeRefusedFor() {
        assertThat(operations())
                .filteredOn(operation -> operation.getRequestBody() != null)
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.getResponses().keySet()).contains("400", "403", "413", "415"));
    }

    @Test
    void showsEveryErrorAsAProblemWithAnExample() {
        Map<String, ApiResponse> shared = DOCUMENT.getComponents().getResponses();

        assertThat(operations())
                .allSatisfy(operation -> operation.getResponses().forEach((status, response) -> {
                    if (status.startsWith("4") || status.startsWith("5")) {
                        String name = response.get$ref().replace("#/components/responses/", "");
                        MediaType content = problemIn(shared, name);
                        assertThat(content.getSchema().get$ref()).endsWith("/Problem");
                        assertThat(content.getExamples().values()).allSatisfy(example -> assertThat(
                                        example.getValue().toString())
                                .contains("\"status\":" + status));
                    }
                }));
    }

    private static MediaType problemIn(Map<String, ApiResponse> shared, String name) {
        ApiResponse response = Objects.requireNonNull(shared.get(name), name);
        return Objects.requireNonNull(response.getContent().get("application/problem+json"), name);
    }

    private static List<Operation> operations() {
        return DOCUMENT.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .toList();
    }

    private static Set<String> routes() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.passage4j.rest")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::getMethods)
                        .flatMap(Set::stream)
                        .filter(OpenApiDocumentTest::isDocumented)
                        .flatMap(OpenApiDocumentTest::routesOf)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isDocumented(JavaMethod method) {
        return method.tryGetAnnotationOfType(org.eclipse.microprofile.openapi.annotations.Operation.class)
                .map(operation -> !operation.hidden())
                .orElse(true);
    }

    private static Stream<String> routesOf(JavaMethod method) {
        String path = "/api" + method.getOwner().getAnnotationOfType(Path.class).value()
                + method.tryGetAnnotationOfType(Path.class)
                        .map(below -> "/" + below.value().replaceAll(":[^/]*}$", "}"))
                        .orElse("");
        return Arrays.stream(method.reflect().getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value() + " " + path);
    }

    private static SwaggerParseResult parse() {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        return new OpenAPIV3Parser().readLocation("META-INF/openapi.json", null, options);
    }
}
