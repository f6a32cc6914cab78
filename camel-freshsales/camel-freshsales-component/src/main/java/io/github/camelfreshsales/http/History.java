package io.github.camelfreshsales.http;

import java.util.List;

/**
 * How a call got to its end.
 *
 * @param attempts how many requests it took
 * @param earlier  what became of those before the last
 */
public record History(int attempts, List<Exception> earlier) {

    static final History FIRST = new History(1, List.of());

    public History {
        earlier = List.copyOf(earlier);
    }
}
