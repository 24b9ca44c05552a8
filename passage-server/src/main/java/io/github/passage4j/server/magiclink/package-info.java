/**
 * Signing in by a link that went to the account's address. The entry class is
 * {@link io.github.passage4j.server.magiclink.MagicLinks}:
 *
 * <pre>
 *   browser that waits                    server                        browser that opens the link
 *   POST login/magic-link        ───▶  store the MACs, send the link
 *              id                ◀───
 *   POST magic-link/status: 404           …
 *                                      activate once, sign in   ◀───  PATCH magic-link/activate
 *                                                               ───▶  auth_result
 *   POST magic-link/status       ───▶  hand out once
 *              auth_result       ◀───
 * </pre>
 *
 * <p>Stores {@code passage_magic_link}. A link that is unknown, used, expired or of another app is 404
 * {@code magic_link_not_found}, and so is a status before the link was opened.
 */
@NullMarked
package io.github.passage4j.server.magiclink;

import org.jspecify.annotations.NullMarked;
