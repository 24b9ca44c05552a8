/**
 * What every page shares: the settings of the pages, the address of the Elements, and the versioned static assets.
 *
 * <p>Entry: {@link io.github.passage4j.faces.page.PageSettings}. Stores nothing. A malformed setting fails the start with the setting's
 * name.
 */
@NullMarked
package io.github.passage4j.faces.page;

import org.jspecify.annotations.NullMarked;
