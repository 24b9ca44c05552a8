package io.github.passage4j.server.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Offers the settings, the clock and the source of randomness for injection, each once. */
@ApplicationScoped
public class ServerConfigProducer {

    /** The settings, read when they are first needed, which is when the server starts. */
    @Produces
    @Singleton
    public ServerConfig config(SecureRandom random) {
        return read(random);
    }

    static ServerConfig read(SecureRandom random) {
        return new ServerConfigReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class), random)
                .read();
    }

    /** The settings of keys. */
    @Produces
    @Singleton
    public KeyConfig keys() {
        return new KeyConfigReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class)).read();
    }

    /** The server key: that of the settings, or one that is made on the first start. */
    @Produces
    @Singleton
    public ServerKey serverKey(ServerConfig config, KeyConfig keys, SecureRandom random) {
        return keys.serverKey().orElseGet(() -> ServerKey.open(config, random));
    }

    /** The roots of attestation: {@code passage.attestation.roots}, or {@code attestation-roots} in the data directory. */
    @Produces
    @Singleton
    public TrustedRoots roots(ServerConfig config) {
        return TrustedRoots.in(ConfigProvider.getConfig()
                .getOptionalValue("passage.attestation.roots", String.class)
                .map(Path::of)
                .orElseGet(() -> config.dataDirectory().resolve("attestation-roots")));
    }

    /** The settings of mail. */
    @Produces
    @Singleton
    public MailConfig mail(ServerConfig config) {
        return new MailConfigReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class))
                .read(config.origin());
    }

    /** The system's clock in whole microseconds, so that an instant is the same before and after it was stored. */
    @Produces
    @Singleton
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    /** The platform's generator for secrets. */
    @Produces
    @Singleton
    public SecureRandom random() {
        return new SecureRandom();
    }
}
