package io.github.passage4j.core.management;

/** The Passage app itself: its settings. Every method throws {@link PassageApiException} when Passage refuses or gives no usable answer. */
public interface PassageApp {

    /** What Passage tells anybody: {@code GET /apps/{app}} of the Auth API. Needs no API key. */
    AppInfo publicInfo();

    /** What Passage tells the app's owner: {@code GET /apps/{app}} of the Management API. */
    AppInfo info();
}
