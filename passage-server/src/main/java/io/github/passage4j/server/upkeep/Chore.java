package io.github.passage4j.server.upkeep;

/**
 * Something to be looked after every ten minutes, on each server of several. It is called in no transaction, and takes small ones: requests
 * must not wait for it.
 */
public interface Chore {

    /** Does what is due. A failure is logged, and the next call finds what this one missed. */
    void attend();
}
