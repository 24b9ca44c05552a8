package io.github.passage4j.core.management;

/**
 * Links that sign a user in. Inject it:
 *
 * <pre>{@code
 * @Inject PassageMagicLinks magicLinks;
 * …
 * magicLinks.create(MagicLinkRequest.toEmail("ada@shop.example").redirectingTo("/orders/17"));
 * }</pre>
 */
public interface PassageMagicLinks {

    /**
     * Makes a link and, unless it is only asked for, has Passage send it: {@code POST /magic-links}. Never tried twice.
     *
     * @throws PassageApiException when Passage refuses or gives no usable answer
     */
    MagicLink create(MagicLinkRequest request);
}
