package dev.polybot.local.emulators.s3;

/** S3's documents. */
final class Xml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    static String document(String root, String content) {
        return HEAD
                + element(root, content)
                        .replaceFirst(
                                root, root + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"");
    }

    static String error(S3Exception error, String resource) {
        return HEAD
                + element(
                        "Error",
                        text("Code", error.code())
                                + text("Message", error.words())
                                + text("Resource", resource));
    }

    static String element(String name, String content) {
        return '<' + name + '>' + content + "</" + name + '>';
    }

    static String text(String name, Object value) {
        StringBuilder escaped = new StringBuilder();
        value.toString()
                .codePoints()
                .forEach(
                        c -> {
                            if (c < ' ' || c == '<' || c == '&' || c == '>' || c == '"') {
                                escaped.append("&#").append(c).append(';');
                            } else {
                                escaped.appendCodePoint(c);
                            }
                        });
        return element(name, escaped.toString());
    }
}
