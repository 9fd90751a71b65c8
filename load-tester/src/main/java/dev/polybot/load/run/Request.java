package dev.polybot.load.run;

import dev.polybot.load.pictures.PictureFile;

/**
 * One picture to be sent.
 *
 * @param number counted from 0
 */
public record Request(int number, PictureFile picture) {}
