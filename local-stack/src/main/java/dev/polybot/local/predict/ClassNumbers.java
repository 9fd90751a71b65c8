package dev.polybot.local.predict;

import java.util.ArrayList;
import java.util.List;

/** Numbers of classes, from 0: those that the model knows in its order, then whatever else turns up. */
public final class ClassNumbers {

    private final List<String> names;

    public ClassNumbers(List<String> known) {
        this.names = new ArrayList<>(known);
    }

    int of(String className) {
        int index = names.indexOf(className);
        if (index < 0) {
            names.add(className);
            return names.size() - 1;
        }
        return index;
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
