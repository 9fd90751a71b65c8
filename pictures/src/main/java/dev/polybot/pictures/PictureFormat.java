package dev.polybot.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is by its first bytes; names and declared types are not believed. */
public enum PictureFormat {
    JPEG("JPEG", true),
    PNG("PNG", true),
    GIF("GIF", true),
    WEBP("WebP", true),
    BMP("BMP", true),
    IPHONE_PNG("iPhone-PNG", false),
    HEIC("HEIC", false),
    AVIF("AVIF", false),
    TIFF("TIFF", false),
    SVG("SVG", false),
    PDF("PDF", false),
    PHOTOSHOP("Photoshop", false),
    JPEG_XL("JPEG XL", false),
    JPEG_2000("JPEG 2000", false),
    ICON("icon", false),
    VIDEO("video", false),
    SOUND("sound", false),
    OFFICE("Office", false),
    OPEN_DOCUMENT("OpenDocument", false),
    EPUB("EPUB", false),
    ZIP("ZIP", false);

    private static final int HEAD = 1024;

    /** Decoders skip what lies between the start of the image and the first marker of a segment. */
    private static final Pattern JPEG_BEGINNING =
            Pattern.compile(
                    "\u00ff\u00d8(\u00ff|.+?\u00ff[\u00c0-\u00cf\u00da-\u00fe])", Pattern.DOTALL);

    /** Where the name of a PNG's first chunk stands; Apple's own kind, which is no PNG any more, begins with one of its own. */
    private static final int PNG_FIRST_CHUNK = 12;

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

    /** Matroska and WebM, AVI, MPEG, Flash, Windows Media. */
    private static final Pattern VIDEOS =
            Pattern.compile(
                    "\u001aE\u00df\u00a3|RIFF.{4}AVI |\0\0\1[\u00ba\u00b3]|FLV\1|0&\u00b2u\u008ef\u00cf\u0011",
                    Pattern.DOTALL);

    /** MP3, Ogg, FLAC, WAVE. */
    private static final Pattern SOUNDS =
            Pattern.compile(
                    "ID3|\u00ff[\u00fb\u00f3\u00f2]|OggS|fLaC|RIFF.{4}WAVE", Pattern.DOTALL);

    /** Bytes before the first name in a ZIP file (APPNOTE.TXT 4.3.7). */
    private static final int ZIP_HEADER = 30;

    /** What Word, Excel, PowerPoint and others that write for them begin with. */
    private static final Pattern OFFICE_PARTS =
            Pattern.compile("\\[Content_Types]\\.xml|_rels/|docProps/|word/|xl/|ppt/");

    private final String spoken;
    private final boolean decoded;

    PictureFormat(String spoken, boolean decoded) {
        this.spoken = spoken;
        this.decoded = decoded;
    }

    /** As a person calls it. */
    public String spoken() {
        return spoken;
    }

    /** The same in a sentence: "an AVIF", "a PDF". */
    public String withArticle() {
        boolean vowel = this == SVG || spoken.matches("(?i)[aeio].*");
        return (vowel ? "an " : "a ") + spoken;
    }

    /** What its files' names usually end with, without the dot. */
    public String extension() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is read here. */
    public boolean isDecoded() {
        return decoded;
    }

    /** The format that the file's first bytes announce, if it is one of those known here. */
    public static Optional<PictureFormat> of(ByteBuffer file) {
        byte[] first = new byte[Math.min(file.limit(), HEAD)];
        file.get(0, first);
        String head = new String(first, ISO_8859_1);
        if (JPEG_BEGINNING.matcher(head).lookingAt()) {
            return Optional.of(JPEG);
        } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(head.startsWith("CgBI", PNG_FIRST_CHUNK) ? IPHONE_PNG : PNG);
        } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of(GIF);
        } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        } else if (head.startsWith("BM") && head.length() > 26) {
            return Optional.of(BMP);
        }
        return notDecoded(head);
    }

    private static Optional<PictureFormat> notDecoded(String head) {
        if (head.startsWith("ftyp", 4) && head.length() >= 12) {
            return Optional.of(isoMedia(head.substring(8, 12)));
        } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        } else if (head.startsWith("%PDF-")) {
            return Optional.of(PDF);
        } else if (head.startsWith("8BPS")) {
            return Optional.of(PHOTOSHOP);
        } else if (head.startsWith("\u00ff\n") || head.startsWith("JXL ", 4)) {
            return Optional.of(JPEG_XL);
        } else if (head.startsWith("jP  ", 4)) {
            return Optional.of(JPEG_2000);
        } else if (head.startsWith("\0\0\1\0")) {
            return Optional.of(ICON);
        } else if (VIDEOS.matcher(head).lookingAt()) {
            return Optional.of(VIDEO);
        } else if (SOUNDS.matcher(head).lookingAt()) {
            return Optional.of(SOUND);
        } else if (head.startsWith("PK\3\4")) {
            return Optional.of(zipped(head));
        }
        return isSvg(head) ? Optional.of(SVG) : Optional.empty();
    }

    /** Documents that are ZIP files, by the names that these begin with. */
    private static PictureFormat zipped(String head) {
        if (head.startsWith("mimetypeapplication/vnd.oasis.opendocument", ZIP_HEADER)) {
            return OPEN_DOCUMENT;
        } else if (head.startsWith("mimetypeapplication/epub", ZIP_HEADER)) {
            return EPUB;
        }
        return OFFICE_PARTS.matcher(head.substring(Math.min(ZIP_HEADER, head.length()))).lookingAt()
                ? OFFICE
                : ZIP;
    }

    private static PictureFormat isoMedia(String brand) {
        if (HEIF_BRANDS.contains(brand)) {
            return HEIC;
        }
        if (brand.startsWith("M4A") || brand.startsWith("M4B")) {
            return SOUND;
        }
        return brand.startsWith("avi") ? AVIF : VIDEO;
    }

    private static boolean isSvg(String head) {
        String text = head.toLowerCase(Locale.ROOT);
        return text.contains("<svg")
                && (text.stripLeading().startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<"));
    }
}
