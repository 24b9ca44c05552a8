package io.github.passage4j.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "io.github.passage4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE = slices().matching("io.github.passage4j.server.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can then be read, tested and replaced without the others");

    @ArchTest
    static final ArchRule WEBAUTHN_IS_FREE_OF_JAKARTA = noClasses()
            .that()
            .resideInAPackage("..server.webauthn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.github.passage4j.server.wire..")
            .because("the ceremonies are checked the same way in any container, or in none");

    @ArchTest
    static final ArchRule RESOURCES_HAVE_NO_ENTITY_MANAGER = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("a resource translates between the wire and a service");

    @ArchTest
    static final ArchRule NOTHING_LIVES_ELSEWHERE = noClasses()
            .should()
            .resideOutsideOfPackage("io.github.passage4j.server..")
            .because("the server meets the app over HTTP only");

    @ArchTest
    static final ArchRule NOTHING_OF_THE_APP_IS_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.passage4j.core..", "io.github.passage4j.rest..", "io.github.passage4j.faces..")
            .because("the server meets the app over HTTP only");
}
