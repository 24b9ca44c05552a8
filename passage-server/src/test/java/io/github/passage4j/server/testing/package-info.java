/** What tests share: a software authenticator, sample data, stores in memory. */
@NullMarked
package io.github.passage4j.server.testing;

import org.jspecify.annotations.NullMarked;
