package dev.polybot.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.polybot.bot", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("dev.polybot.bot.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatTheBotAnswersIsPlainJava =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "dev.polybot.bot.conversation..", "dev.polybot.bot.captions..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "dev.polybot.model..",
                            "dev.polybot.bot.conversation..",
                            "dev.polybot.bot.captions..",
                            "dev.polybot.bot.buttons..",
                            "dev.polybot.bot.language..",
                            "dev.polybot.bot.filters");

    @ArchTest
    static final ArchRule buttonsAndLanguageKnowNothingElse =
            classes()
                    .that()
                    .resideInAnyPackage("dev.polybot.bot.buttons..", "dev.polybot.bot.language..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "dev.polybot.bot.buttons..",
                            "dev.polybot.bot.language..");

    @ArchTest
    static final ArchRule captionsKnowFiltersAndWhatAJobMayAskFor =
            classes()
                    .that()
                    .resideInAPackage("dev.polybot.bot.captions..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "dev.polybot.model.detection..",
                            "dev.polybot.bot.captions..",
                            "dev.polybot.bot.language..",
                            "dev.polybot.bot.filters");

    @ArchTest
    static final ArchRule filtersKnowPicturesOnly =
            classes()
                    .that()
                    .resideInAPackage("dev.polybot.bot.filters..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "dev.polybot.pictures..",
                            "dev.polybot.bot.filters..");

    @ArchTest
    static final ArchRule filtersThemselvesKnowNoFiles =
            classes()
                    .that()
                    .resideInAPackage("dev.polybot.bot.filters")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java.lang..",
                            "java.util..",
                            "org.jspecify..",
                            "dev.polybot.bot.filters");

    @ArchTest
    static final ArchRule onlyTheTelegramPackageKnowsTheTelegramLibrary =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.polybot.bot.telegram..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.telegram..", "okhttp3..");

    @ArchTest
    static final ArchRule onlyTheIntakeKnowsTheWeb =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.polybot.bot.intake..",
                            "dev.polybot.bot.web..",
                            "dev.polybot.bot.rest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..");

    @ArchTest
    static final ArchRule telegramIsCalledWithoutKnowingWhatFor =
            noClasses()
                    .that()
                    .resideInAPackage("dev.polybot.bot.telegram..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.polybot.bot.updates..",
                            "dev.polybot.bot.predictions..",
                            "dev.polybot.bot.intake..",
                            "dev.polybot.bot.conversation..");

    @ArchTest
    static final ArchRule restKnowsNothingOfTelegram =
            noClasses()
                    .that()
                    .resideInAPackage("dev.polybot.bot.rest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.polybot.bot.telegram..",
                            "dev.polybot.bot.updates..",
                            "dev.polybot.bot.intake..",
                            "dev.polybot.bot.conversation..",
                            "dev.polybot.bot.captions..");

    @ArchTest
    static final ArchRule nothingLeansOnRest =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.polybot.bot.rest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.polybot.bot.rest..");

    @ArchTest
    static final ArchRule albumsAreCollectedByUpdatesAndKnownToNobodyElse =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.polybot.bot.albums..", "dev.polybot.bot.updates..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.polybot.bot.albums..");

    @ArchTest
    static final ArchRule noFieldIsInjected =
            com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
}
