package dev.polybot.bot.predictions;

import dev.polybot.model.prediction.Prediction;

import java.util.List;

/**
 * A part of a chat's history.
 *
 * @param predictions the newest first
 * @param newer whether there are newer ones
 * @param older whether there are older ones
 */
record HistoryPage(List<Prediction> predictions, boolean newer, boolean older) {}
