@NullMarked
package io.github.passage4j.core;

import org.jspecify.annotations.NullMarked;
