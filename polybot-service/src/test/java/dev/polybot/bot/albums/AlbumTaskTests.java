package dev.polybot.bot.albums;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class AlbumTaskTests {

    private static final Instant CORRECTED = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void theCaptionMayBeOnAnyPicture() {
        for (int captioned = 1; captioned <= 3; captioned++) {
            int message = captioned;
            List<AlbumEntry> pictures =
                    IntStream.rangeClosed(1, 3)
                            .mapToObj(i -> picture(i, i == message ? "concat" : ""))
                            .toList();

            assertThat(AlbumTask.of(fresh(pictures)))
                    .isEqualTo(new AlbumTask("concat", List.of(1, 2, 3), 3, false));
        }
    }

    @Test
    void ofSeveralCaptionsTheFirstThatIsUnderstoodIsTheAlbums() {
        assertThat(
                        AlbumTask.of(
                                        fresh(
                                                List.of(
                                                        picture(1, "our holiday"),
                                                        picture(2, "blur"),
                                                        picture(3, "contour"))))
                                .caption())
                .isEqualTo("blur");
        assertThat(
                        AlbumTask.of(
                                        fresh(
                                                List.of(
                                                        picture(1, "our holiday"),
                                                        picture(2, "at sea"))))
                                .caption())
                .isEqualTo("our holiday");
    }

    @Test
    void whatElseThePicturesAskedForIsKnownUnlessACorrectionSettlesIt() {
        Album two =
                fresh(
                        List.of(
                                picture(1, "our holiday"),
                                picture(2, "blur"),
                                picture(3, "Contour!"),
                                picture(4, "/blur")));
        Album corrected = fresh(List.of(picture(1, "blur"), corrected(2, "contour")));

        assertThat(AlbumTask.of(two).notFollowed(two)).containsExactly("contour");
        assertThat(AlbumTask.of(corrected).notFollowed(corrected)).isEmpty();
    }

    @Test
    void aCorrectedCaptionCountsMoreThanOneAsItWasSent() {
        List<AlbumEntry> pictures =
                List.of(picture(1, "blur"), corrected(2, "contour"), picture(3, ""));

        assertThat(AlbumTask.of(fresh(pictures)).caption()).isEqualTo("contour");
    }

    @Test
    void withoutACaptionAllAreAnsweredOnceAndLateOnesInSilence() {
        List<AlbumEntry> two = List.of(picture(1, ""), picture(2, ""));
        assertThat(AlbumTask.of(fresh(two))).isEqualTo(new AlbumTask("", List.of(1, 2), 2, false));

        assertThat(
                        AlbumTask.of(
                                answered(
                                        List.of(picture(1, ""), picture(2, ""), picture(3, "")),
                                        "",
                                        1,
                                        2)))
                .isEqualTo(new AlbumTask("", List.of(3), 3, true));
    }

    @Test
    void aLatePictureIsDoneAlikeByItself() {
        List<AlbumEntry> pictures =
                List.of(picture(1, "blur"), picture(2, ""), picture(3, ""), picture(4, ""));

        assertThat(AlbumTask.of(answered(pictures, "blur", 2, 1, 4)).messageIds())
                .containsExactly(3);
    }

    /** A joined picture in which one is missing is wrong. */
    @Test
    void aLatePictureOfAJoinedAlbumHasAllOfThemJoinedAgain() {
        List<AlbumEntry> pictures = List.of(picture(1, "concat"), picture(2, ""), picture(3, ""));

        assertThat(AlbumTask.of(answered(pictures, "concat", 1, 2)).messageIds())
                .containsExactly(1, 2, 3);
    }

    @Test
    void aLateCaptionIsForAll() {
        List<AlbumEntry> pictures = List.of(picture(1, ""), picture(2, ""), picture(3, "blur"));

        assertThat(AlbumTask.of(answered(pictures, "", 1, 2)))
                .isEqualTo(new AlbumTask("blur", List.of(1, 2, 3), 3, false));
    }

    @Test
    void aCorrectedCaptionIsForAll() {
        List<AlbumEntry> pictures = List.of(corrected(1, "contour"), picture(2, ""));

        assertThat(AlbumTask.of(answered(pictures, "blur", 1, 2)).messageIds())
                .containsExactly(1, 2);
    }

    /** As with a single picture, where a corrected word needs no second answer. */
    @Test
    void aCorrectionThatAsksForNothingIsLeftAlone() {
        List<AlbumEntry> pictures = List.of(corrected(1, "our holiday"), picture(2, ""));

        assertThat(AlbumTask.of(answered(pictures, "blur", 1, 2)).silent()).isTrue();
    }

    @Test
    void aCorrectionThatChangesNothingAsksForNothing() {
        List<AlbumEntry> pictures = List.of(picture(1, "concat"), corrected(2, "hm"));

        assertThat(AlbumTask.of(answered(pictures, "concat", 1, 2)).isEmpty()).isTrue();
    }

    @Test
    void noMoreThanTelegramAllowsAreTaken() {
        List<AlbumEntry> pictures =
                IntStream.rangeClosed(1, 12).mapToObj(i -> picture(i, "concat")).toList();

        assertThat(AlbumTask.of(fresh(pictures)).messageIds()).hasSize(10);
    }

    private static AlbumEntry picture(int messageId, String caption) {
        return new AlbumEntry(
                messageId, new FileReference("f" + messageId, null), caption, Instant.EPOCH);
    }

    private static AlbumEntry corrected(int messageId, String caption) {
        return new AlbumEntry(
                messageId, new FileReference("f" + messageId, null), caption, CORRECTED);
    }

    private static Album fresh(List<AlbumEntry> pictures) {
        return album(pictures, null, Set.of(), 0);
    }

    private static Album answered(List<AlbumEntry> pictures, String caption, Integer... messages) {
        return album(pictures, caption, Set.of(messages), pictures.size() - 1);
    }

    private static Album album(
            List<AlbumEntry> pictures,
            @Nullable String caption,
            Set<Integer> answered,
            long handled) {
        return new Album(
                "album",
                42,
                new Sender(Language.ENGLISH, false),
                null,
                "group",
                pictures,
                pictures.size(),
                handled,
                CORRECTED,
                CORRECTED,
                answered,
                caption,
                null,
                null);
    }
}
