package dev.polybot.bot.pacing;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A register of this process alone. The keys that were used longest ago are forgotten. */
final class LocalRegister<S> implements Register<S> {

    private static final int REMEMBERED = 10_000;

    private final S initial;
    private final Map<String, S> values =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
                    return size() > REMEMBERED;
                }
            };

    LocalRegister(S initial) {
        this.initial = initial;
    }

    @Override
    public synchronized S read(String key) {
        return values.getOrDefault(key, initial);
    }

    @Override
    public synchronized @Nullable S seen(String key) {
        return values.get(key);
    }

    @Override
    public synchronized <R> R change(String key, Function<S, Changed<S, R>> change) {
        Changed<S, R> changed = change.apply(read(key));
        values.put(key, changed.value());
        return changed.result();
    }
}
