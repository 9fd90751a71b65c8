package dev.polybot.detector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.polybot.detector", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String[] CORE = {
        "..detector.inference..",
        "..detector.model..",
        "..detector.annotation..",
        "..detector.timing..",
        "..detector.job.."
    };

    @ArchTest
    static final ArchRule theCoreKnowsNeitherSpringNorAws =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "io.awspring..",
                            "software.amazon.awssdk..",
                            "io.micrometer..");

    @ArchTest
    static final ArchRule theCoreKnowsNoEdge =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..detector.queue..",
                            "..detector.results..",
                            "..detector.settings..",
                            "dev.polybot.detector");

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("dev.polybot.detector.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheInferenceKnowsTheEngine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..detector.inference..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule javaDrawsOnlyPlates =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..detector.annotation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.awt..");
}
