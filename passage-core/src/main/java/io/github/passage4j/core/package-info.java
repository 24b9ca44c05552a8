/**
 * The Passage SDK for Jakarta EE.
 *
 * <p>Protect a page or a resource of any WAR: put this jar in {@code WEB-INF/lib}, set {@code passage.app.id}, and say who may come in:
 *
 * <pre>{@code
 * @Path("/greeting")
 * @ApplicationScoped
 * public class GreetingResource {
 *     @Inject PassageCaller caller;
 *
 *     @GET
 *     @RolesAllowed(PassageRoles.USER)
 *     public String greet() {
 *         return "Hello " + caller.passageId();
 *     }
 * }
 * }</pre>
 *
 * <p>A request is authenticated by the Passage auth token in its {@code Authorization: Bearer} header, else in its cookie
 * {@code psg_auth_token} ({@link io.github.passage4j.core.authentication}). The token is checked against the keys that Passage publishes
 * ({@link io.github.passage4j.core.token}). What Passage knows of a user is asked through {@link io.github.passage4j.core.management}; what
 * the app itself knows is one row, a {@link io.github.passage4j.core.user.User}.
 */
@NullMarked
package io.github.passage4j.core;

import org.jspecify.annotations.NullMarked;
