@NullMarked
package io.github.passage4j.server;

import org.jspecify.annotations.NullMarked;
