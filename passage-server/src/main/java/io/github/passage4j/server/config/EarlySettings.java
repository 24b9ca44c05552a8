package io.github.passage4j.server.config;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import java.security.SecureRandom;

/**
 * Reads the settings, and generates the missing ones, while the archive is loaded. The server loads all archives before it starts
 * any, and an app beside this one looks for the generated settings while it is loaded itself: a start-up event of this archive would
 * come too late. Nor can a bean be asked for here: the archive's beans are not visible to its extensions.
 */
public class EarlySettings implements Extension {

    void read(@Observes AfterDeploymentValidation event) {
        ServerConfigProducer.read(new SecureRandom());
    }
}
