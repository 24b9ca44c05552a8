@NullMarked
package io.github.passage4j.faces;

import org.jspecify.annotations.NullMarked;
