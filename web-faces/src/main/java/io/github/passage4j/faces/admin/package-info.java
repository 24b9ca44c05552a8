/**
 * The administrators' pages: the table of users ({@code /admin/users}), a user ({@code /admin/user}), and the question before each change
 * ({@code /admin/change}), which {@link io.github.passage4j.faces.admin.AdminChangeServlet} makes. Who may come in is said in
 * {@code web.xml}; that only our own pages ask for changes, too. Without Passage a user's page still shows the app's row.
 */
@NullMarked
package io.github.passage4j.faces.admin;

import org.jspecify.annotations.NullMarked;
