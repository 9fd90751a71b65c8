package dev.polybot.detector.annotation;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A label as a small picture of its own: text on a plate in its class's colour. */
final class LabelPlate {

    private static final FontRenderContext RENDERING = new FontRenderContext(null, true, true);

    private final TextLayout text;
    private final Rgb colour;
    private final int padding;
    private final int width;
    private final int height;

    LabelPlate(String label, Font font, Rgb colour) {
        this.text = new TextLayout(label, font, RENDERING);
        this.colour = colour;
        this.padding = Math.max(3, font.getSize() / 4);
        this.width = (int) Math.ceil(text.getAdvance()) + 2 * padding;
        this.height = (int) Math.ceil(text.getAscent() + text.getDescent()) + padding;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Its pixels row by row: blue, green, red, 8 bits each. */
    byte[] pixels() {
        BufferedImage plate = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = plate.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(awt(colour));
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(awt(colour.textColour()));
            text.draw(graphics, padding, padding / 2f + text.getAscent());
        } finally {
            graphics.dispose();
        }
        return ((DataBufferByte) plate.getRaster().getDataBuffer()).getData();
    }

    private static Color awt(Rgb rgb) {
        return new Color(rgb.red(), rgb.green(), rgb.blue());
    }
}
