package io.github.passage4j.it.sdk;

import io.github.passage4j.core.authentication.PassageRoles;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Somebody's own application with {@code passage-core} in {@code WEB-INF/lib}: the example of the SDK's documentation. */
@ApplicationPath("/")
@DeclareRoles({PassageRoles.USER, PassageRoles.ADMIN})
public class GreetingApplication extends Application {}
