package io.github.passage4j.server.client;

import io.github.passage4j.server.config.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The reverse proxies whose word on the client is taken. Setting {@code passage.trusted.proxies}: addresses or networks such as
 * {@code 10.0.0.0/8}, with commas between; none unless set.
 */
@ApplicationScoped
public class TrustedProxies {

    /** The header that proxies append the address of their client to. */
    static final String HEADER = "X-Forwarded-For";

    private static final String SETTING = "passage.trusted.proxies";

    private List<Network> networks;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected TrustedProxies() {}

    /**
     * Reads the setting.
     *
     * @throws ConfigurationException when something in it is neither an address nor a network
     */
    @Inject
    public TrustedProxies(@ConfigProperty(name = SETTING) Optional<String> setting) {
        this.networks = Arrays.stream(setting.orElse("").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::parse)
                .toList();
    }

    /**
     * The client's address: the peer's, or, when that is a trusted proxy, the last one in the header that is none. What stands further
     * left may be invented.
     *
     * @param peer address at the other end of the connection
     * @param forwarded values of {@code X-Forwarded-For}, in order
     */
    String clientOf(String peer, List<String> forwarded) {
        List<String> chain = new ArrayList<>(forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList());
        Collections.reverse(chain);
        String client = peer;
        for (String next : chain) {
            if (!isTrusted(client)) {
                break;
            }
            Optional<InetAddress> address = IpAddress.parse(next);
            if (address.isEmpty()) {
                break;
            }
            client = address.get().getHostAddress();
        }
        return IpAddress.parse(client).map(InetAddress::getHostAddress).orElse(client);
    }

    private boolean isTrusted(String address) {
        return IpAddress.parse(address)
                .filter(parsed -> networks.stream().anyMatch(network -> network.holds(parsed)))
                .isPresent();
    }

    /**
     * A network.
     *
     * @param prefix any address in it
     * @param bits how many leading bits are common to all
     */
    private record Network(InetAddress prefix, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            InetAddress prefix =
                    IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> malformed(text));
            int longest = prefix.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? longest : bits(text, slash);
            if (bits > longest) {
                throw malformed(text);
            }
            return new Network(prefix, bits);
        }

        private static int bits(String text, int slash) {
            String digits = text.substring(slash + 1);
            if (!digits.matches("[0-9]{1,3}")) {
                throw malformed(text);
            }
            return Integer.parseInt(digits);
        }

        private static ConfigurationException malformed(String text) {
            return new ConfigurationException(SETTING, "has " + text + ", which is neither an address nor a network");
        }

        boolean holds(InetAddress address) {
            byte[] mine = prefix.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
