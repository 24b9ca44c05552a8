package io.github.passage4j.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.passage4j.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("io.github.passage4j.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that needs another which needs it is one feature");

    @ArchTest
    static final ArchRule onlyTheseLibraries = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.passage4j.core..",
                    "java..",
                    "javax.crypto..",
                    "javax.naming..",
                    "javax.sql..",
                    "jakarta..",
                    "org.eclipse.microprofile..",
                    "org.jspecify.annotations..",
                    "com.nimbusds..",
                    "io.github.bucket4j..",
                    "org.flywaydb..")
            .because("whoever puts the jar in a WAR brings these along and nothing else");

    @ArchTest
    static final ArchRule joseStaysInTokens = noClasses()
            .that()
            .resideOutsideOfPackage("..core.token..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..")
            .because("a JOSE library is one way to verify tokens, and nobody else's business");

    @ArchTest
    static final ArchRule verificationKnowsNoContainer = noClasses()
            .that()
            .resideInAnyPackage("..core.token..", "..core.http..", "..core.management..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "jakarta.security..", "jakarta.persistence..", "jakarta.ws..")
            .because("tokens and the Management API are used from any kind of thread");

    @ArchTest
    static final ArchRule configurationStandsAlone = classes()
            .that()
            .resideInAPackage("..core.config..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..core.config..",
                    "java..",
                    "jakarta..",
                    "org.eclipse.microprofile..",
                    "org.jspecify.annotations..")
            .because("everything may depend on it");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("rules of time are tested with a clock that is moved");
}
