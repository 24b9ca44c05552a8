package io.github.passage4j.rest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.passage4j.rest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("io.github.passage4j.rest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule storingIsTheSdksBusiness = noClasses()
            .that()
            .resideOutsideOfPackage("..health..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..")
            .because("rows are stored by passage-core, so that both archives keep the same rules; health only knocks");

    @ArchTest
    static final ArchRule theServerIsReachedOverHttpOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.passage4j.server..")
            .because("app and Passage meet only over HTTP");
}
