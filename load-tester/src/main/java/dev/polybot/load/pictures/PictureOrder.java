package dev.polybot.load.pictures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which picture comes next: each equally often, in an order that the seed decides. */
public final class PictureOrder {

    private final List<PictureFile> pictures;
    private final Random random;
    private int next;

    public PictureOrder(List<PictureFile> pictures, long seed) {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("no pictures");
        }
        this.pictures = new ArrayList<>(pictures);
        this.random = new Random(seed);
    }

    public PictureFile next() {
        if (next == 0) {
            Collections.shuffle(pictures, random);
        }
        PictureFile picture = pictures.get(next);
        next = (next + 1) % pictures.size();
        return picture;
    }
}
