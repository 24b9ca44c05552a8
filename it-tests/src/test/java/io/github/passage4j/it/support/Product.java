package io.github.passage4j.it.support;

/** Where the server under test is, and what it was told. */
public final class Product {

    private Product() {}

    /** Public origin of the pages, such as {@code http://localhost:12345}. */
    public static String origin() {
        return "http://localhost:" + System.getProperty("passage4j.port");
    }

    /** The app that pages and API belong to. */
    public static String appId() {
        return System.getenv("PASSAGE_APP_ID");
    }
}
