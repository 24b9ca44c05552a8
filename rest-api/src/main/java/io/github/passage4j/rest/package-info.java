@NullMarked
package io.github.passage4j.rest;

import org.jspecify.annotations.NullMarked;
