package io.github.passage4j.core.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address that shares a budget: an IPv4 address, or an IPv6 network of 64 bits, which is what one customer gets at least (RFC 6177).
 * Addresses are in digits; no name is ever looked up.
 */
public final class ClientAddress {

    private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
    private static final int LONGEST = 45;
    private static final int BYTES_OF_FOUR = 4;
    private static final int BYTES_OF_NETWORK = 8;

    private ClientAddress() {}

    /**
     * The part of the address that counts.
     *
     * @param address in digits; whatever else comes out as it is
     */
    public static String of(String address) {
        return parse(address).map(ClientAddress::network).orElse(address);
    }

    /** Reads an address, with or without a zone; empty when the text is none. An IPv4 address in IPv6 form is IPv4. */
    static Optional<InetAddress> parse(String text) {
        int zone = text.indexOf('%');
        String digits = zone < 0 ? text : text.substring(0, zone);
        if (digits.length() > LONGEST
                || !(FOUR.matcher(digits).matches() || SIX.matcher(digits).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(digits));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == BYTES_OF_FOUR) {
            return address.getHostAddress();
        }
        Arrays.fill(bytes, BYTES_OF_NETWORK, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }
}
