package io.github.passage4j.server.client;

/**
 * Who sent a request, as far as the request tells.
 *
 * @param address IP address in digits; "" when there was no request
 * @param userAgent at most 256 printable characters; "" when there was none
 */
public record Client(String address, String userAgent) {

    /** Stands for work that no request asked for. */
    public static final Client NONE = new Client("", "");

    private static final int LONGEST_USER_AGENT = 256;

    /** Cuts the user agent, and takes out what is no text. */
    public Client {
        String printable = userAgent.replaceAll("[^\\x20-\\x7E]", "?");
        userAgent = printable.substring(0, Math.min(printable.length(), LONGEST_USER_AGENT));
    }

    /** Says nothing: an address is personal. */
    @Override
    public String toString() {
        return "Client[***]";
    }
}
