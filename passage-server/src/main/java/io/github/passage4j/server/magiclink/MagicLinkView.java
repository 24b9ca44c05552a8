package io.github.passage4j.server.magiclink;

/**
 * A link as the server that ordered it gets it (Passage contract 4.5).
 *
 * @param secret the token in the link
 * @param ttl in minutes
 */
public record MagicLinkView(
        String id,
        String appId,
        String userId,
        String identifier,
        String type,
        boolean activated,
        String redirectUrl,
        String secret,
        int ttl,
        String url) {

    /** The answer around it. */
    public record Answer(MagicLinkView magicLink) {}

    /** Tells nothing of the secrets. */
    @Override
    public String toString() {
        return "MagicLinkView[***]";
    }
}
