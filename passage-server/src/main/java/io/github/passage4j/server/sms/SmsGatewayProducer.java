package io.github.passage4j.server.sms;

import io.github.passage4j.server.config.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers the gateway that the setting {@code passage.sms} asks for, once. */
@ApplicationScoped
public class SmsGatewayProducer {

    private static final String SETTING = "passage.sms";

    /**
     * The gateway: none unless set.
     *
     * @throws ConfigurationException when the setting is neither off nor log
     */
    @Produces
    @Singleton
    public SmsGateway gateway(@ConfigProperty(name = SETTING, defaultValue = "off") String setting) {
        return switch (setting) {
            case "off" -> new NoGateway();
            case "log" -> new LogGateway();
            default -> throw new ConfigurationException(SETTING, "must be off or log");
        };
    }
}
