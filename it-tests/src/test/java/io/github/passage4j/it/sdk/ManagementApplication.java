package io.github.passage4j.it.sdk;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Somebody's archive that asks Passage things on behalf of whoever calls. */
@ApplicationPath("/")
public class ManagementApplication extends Application {}
