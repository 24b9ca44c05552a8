package io.github.passage4j.server.strict;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.config.ConfigurationException;
import io.github.passage4j.server.config.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether calls must not tell who has an account, and what they answer in place of one. Setting {@code passage.strict}: {@code off} unless
 * set to {@code on}.
 */
@ApplicationScoped
public class StrictMode {

    private static final String SETTING = "passage.strict";

    /** What the common authenticators make, in bytes. */
    private static final List<Integer> LENGTHS_OF_CREDENTIAL_IDS = List.of(16, 20, 32);

    private boolean isOn;
    private ServerKey key;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected StrictMode() {}

    /**
     * Reads the setting.
     *
     * @throws ConfigurationException when it is neither on nor off
     */
    @Inject
    public StrictMode(@ConfigProperty(name = SETTING, defaultValue = "off") String setting, ServerKey key) {
        if (!"on".equals(setting) && !"off".equals(setting)) {
            throw new ConfigurationException(SETTING, "must be on or off");
        }
        this.isOn = "on".equals(setting);
        this.key = key;
    }

    /** Whether calls must not tell who has an account. */
    public boolean isOn() {
        return isOn;
    }

    /** The id of the account that an identifier might have; it is nobody's, but for a chance of one in 2¹⁴⁰. */
    public String userId(String appId, String identifier) {
        byte[] digest = digest("user", appId, identifier);
        return RandomIds.spell(digest);
    }

    /** The id of the passkey, in base64url, that such an account might have. */
    public String credentialId(String appId, String identifier) {
        byte[] digest = digest("credential", appId, identifier);
        int kind = Byte.toUnsignedInt(digest[digest.length - 1]) % LENGTHS_OF_CREDENTIAL_IDS.size();
        byte[] id = Arrays.copyOf(digest("credential id", appId, identifier), LENGTHS_OF_CREDENTIAL_IDS.get(kind));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private byte[] digest(String purpose, String appId, String identifier) {
        String mac = key.mac("strict " + purpose, appId + "/" + identifier);
        return Base64.getUrlDecoder().decode(mac.getBytes(StandardCharsets.US_ASCII));
    }
}
