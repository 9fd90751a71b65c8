package dev.polybot.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.net.http.HttpClient;

@AnalyzeClasses(packages = "dev.polybot.load", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("dev.polybot.load.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule itKnowsTheContractAndNoneOfTheServices =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.polybot.bot..",
                            "dev.polybot.detector..",
                            "dev.polybot.local..",
                            "org.springframework..");

    @ArchTest
    static final ArchRule whatIsSentWhenAndWhatIsRightIsPlainJava =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "dev.polybot.load.profile..",
                            "dev.polybot.load.pictures..",
                            "dev.polybot.load.check..",
                            "dev.polybot.load.address..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "tools.jackson..",
                            "dev.polybot.model.detection..",
                            "dev.polybot.load.profile..",
                            "dev.polybot.load.pictures..",
                            "dev.polybot.load.check..",
                            "dev.polybot.load.address..");

    @ArchTest
    static final ArchRule aRunKnowsNoWayIn =
            noClasses()
                    .that()
                    .resideInAPackage("dev.polybot.load.run..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "software.amazon..",
                            "java.net.http..",
                            "dev.polybot.load.queue..",
                            "dev.polybot.load.webhook..",
                            "dev.polybot.load.report..",
                            "dev.polybot.load.command..");

    @ArchTest
    static final ArchRule waysInKnowNothingOfEachOther =
            slices().matching("dev.polybot.load.(queue|rest|webhook)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsTheCommandLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.polybot.load.command..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule nothingIsAskedWithoutTheGuardsKnowledge =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.polybot.load.http..")
                    .should()
                    .callMethod(HttpClient.class, "newBuilder")
                    .orShould()
                    .callMethod(HttpClient.class, "newHttpClient");
}
