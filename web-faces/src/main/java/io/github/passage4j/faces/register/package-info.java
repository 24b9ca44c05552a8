/** What the register page leaves with the server before the registration has come to its end: the name. */
@NullMarked
package io.github.passage4j.faces.register;

import org.jspecify.annotations.NullMarked;
