package io.github.passage4j.core.limits;

/** The address that shares a budget: an IPv4 address, or an IPv6 network of 64 bits, which is what one customer gets at least (RFC 6177). */
public final class ClientAddress {

    private static final int GROUPS_OF_NETWORK = 4;

    private ClientAddress() {}

    /**
     * The part of the address that counts.
     *
     * @param address as the container gives it, in digits
     */
    public static String of(String address) {
        return address.indexOf(':') < 0 || address.indexOf('.') >= 0 ? address : network(address);
    }

    private static String network(String address) {
        int compressed = address.indexOf("::");
        String head = compressed < 0 ? address : address.substring(0, compressed);
        String[] groups = head.isEmpty() ? new String[0] : head.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < GROUPS_OF_NETWORK; i++) {
            network.append(i < groups.length ? groups[i] : "0").append(':');
        }
        return network.append(":/64").toString();
    }
}
