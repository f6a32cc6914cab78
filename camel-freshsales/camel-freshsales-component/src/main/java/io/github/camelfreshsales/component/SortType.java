package io.github.camelfreshsales.component;

/** The direction of a sort. */
public enum SortType {
    /** Smallest or oldest first. */
    asc,
    /** Largest or newest first. */
    desc
}
