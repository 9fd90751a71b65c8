package dev.polybot.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

import dev.polybot.pictures.PictureDecoder;

import java.util.List;
import java.util.stream.IntStream;

@AnalyzeClasses(packages = "dev.polybot.bot", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
    private static final String BOT = "dev.polybot.bot.";

    /** Each package and, above it, those that may know it. */
    private static final List<String> PACKAGES =
            List.of(
                    "language",
                    "filters",
                    "captions",
                    "conversation",
                    "settings",
                    "storage",
                    "telegram",
                    "outbox",
                    "waiting",
                    "predictions",
                    "actions",
                    "albums",
                    "updates",
                    "rest");

    /** The core: decisions, texts and pixels, which need no framework to be tried. Pixels alone need OpenCV. */
    private static final String[] CORE = within("language", "filters", "captions", "conversation");

    @ArchTest
    static final ArchRule packagesKnowOnlyThoseBelowThem =
            CompositeArchRule.of(
                    IntStream.range(0, PACKAGES.size() - 1)
                            .mapToObj(ArchitectureTests::knowsNothingAbove)
                            .toList());

    @ArchTest
    static final ArchRule everyPackageHasItsPlace =
            classes()
                    .should()
                    .resideInAnyPackage(within(PACKAGES.toArray(String[]::new)))
                    .orShould()
                    .resideInAPackage("dev.polybot.bot");

    @ArchTest
    static final ArchRule theCoreKnowsNoFramework =
            classes()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "dev.polybot.model..",
                            "dev.polybot.pictures..",
                            "dev.polybot.bot..",
                            "org.bytedeco..");

    @ArchTest
    static final ArchRule onlyFiltersKnowOpenCv =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(within("filters"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule filtersThemselvesKnowNoFiles =
            noClasses()
                    .that()
                    .resideInAnyPackage(within("filters"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(PictureDecoder.class);

    @ArchTest
    static final ArchRule onlyTheTelegramPackageKnowsTheTelegramLibrary =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(within("telegram"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.telegram..");

    /** It calls Telegram, and REST fetches pictures with it: its sockets can be told where not to go. */
    @ArchTest
    static final ArchRule onlyTelegramAndRestKnowTheHttpClient =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(within("telegram", "rest"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("okhttp3..");

    @ArchTest
    static final ArchRule onlyWhatIsCalledOverHttpKnowsTheWeb =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(within("updates", "rest"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..");

    @ArchTest
    static final ArchRule restKnowsNothingOfTelegram =
            noClasses()
                    .that()
                    .resideInAnyPackage(within("rest"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            within("telegram", "updates", "albums", "conversation", "captions"));

    @ArchTest
    static final ArchRule noFieldIsInjected =
            com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    private static ArchRule knowsNothingAbove(int place) {
        return noClasses()
                .that()
                .resideInAnyPackage(within(PACKAGES.get(place)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        within(PACKAGES.subList(place + 1, PACKAGES.size()).toArray(String[]::new)))
                .allowEmptyShould(true);
    }

    private static String[] within(String... packages) {
        return List.of(packages).stream().map(name -> BOT + name + "..").toArray(String[]::new);
    }
}
