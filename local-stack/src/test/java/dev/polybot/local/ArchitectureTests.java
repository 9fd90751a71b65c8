package dev.polybot.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.polybot.local", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String EMULATORS = "dev.polybot.local.emulators..";

    @ArchTest
    static final ArchRule theLauncherNeedsNothingButTheJdkPicocliAndJackson =
            classes()
                    .that()
                    .resideOutsideOfPackage(EMULATORS)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.polybot.local..",
                            "java..",
                            "javax.imageio..",
                            "com.sun.net.httpserver..",
                            "picocli..",
                            "tools.jackson..",
                            "dev.polybot.model.text..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule theEmulatorsAreStartedAsAProcessOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(EMULATORS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(EMULATORS);

    @ArchTest
    static final ArchRule theEmulatorsKnowNothingOfTheRest =
            noClasses()
                    .that()
                    .resideInAPackage(EMULATORS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.polybot.local.chat..",
                            "dev.polybot.local.command..",
                            "dev.polybot.local.stack..",
                            "dev.polybot.local.telegram..");

    @ArchTest
    static final ArchRule telegramKnowsNothingOfProcessesAndCommands =
            noClasses()
                    .that()
                    .resideInAPackage("dev.polybot.local.telegram..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.polybot.local.stack..",
                            "dev.polybot.local.command..",
                            "dev.polybot.local.chat..");

    @ArchTest
    static final ArchRule aPersonKnowsTelegramByItsInterfaceOnly =
            noClasses()
                    .that()
                    .resideInAPackage("dev.polybot.local.chat..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.polybot.local.telegram..");

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles =
            slices().matching("dev.polybot.local.(**)").should().beFreeOfCycles();
}
