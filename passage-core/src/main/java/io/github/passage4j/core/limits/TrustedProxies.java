package io.github.passage4j.core.limits;

import io.github.passage4j.core.config.InvalidSettingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The reverse proxies whose word on the client is taken. Setting {@code passage.trusted.proxies}: addresses or networks such as
 * {@code 10.0.0.0/8}, with commas between; none unless set. Thread-safe.
 */
@ApplicationScoped
public class TrustedProxies {

    private static final String HEADER = "X-Forwarded-For";
    private static final String SETTING = "passage.trusted.proxies";

    private final List<Network> networks;

    /**
     * Reads the setting.
     *
     * @throws InvalidSettingException when something in it is neither an address nor a network
     */
    @Inject
    public TrustedProxies(@ConfigProperty(name = SETTING) Optional<String> setting) {
        this.networks = Arrays.stream(setting.orElse("").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::parse)
                .toList();
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected TrustedProxies() {
        this.networks = null;
    }

    void checkAtStart(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    /**
     * The client's address: the peer's, or, when that is a trusted proxy, the last one in {@code X-Forwarded-For} that is none. What stands
     * further left may be invented.
     */
    public String clientOf(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        if (isTrusted(client)) {
            for (String next : lastFirst(Collections.list(request.getHeaders(HEADER)))) {
                Optional<InetAddress> address = ClientAddress.parse(next);
                if (address.isEmpty()) {
                    break;
                }
                client = address.get().getHostAddress();
                if (!isTrusted(client)) {
                    break;
                }
            }
        }
        return client;
    }

    private static List<String> lastFirst(List<String> values) {
        List<String> chain = new ArrayList<>(values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList());
        Collections.reverse(chain);
        return chain;
    }

    private boolean isTrusted(String address) {
        return ClientAddress.parse(address)
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
            InetAddress prefix = ClientAddress.parse(slash < 0 ? text : text.substring(0, slash))
                    .orElseThrow(() -> malformed(text));
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

        private static InvalidSettingException malformed(String text) {
            return new InvalidSettingException(SETTING, "has " + text + ", which is neither an address nor a network");
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
