package io.github.passage4j.core.management;

/** The users of the Passage app, as the Management API shows them. */
public interface PassageUsers {

    /**
     * What Passage knows of one user: {@code GET /users/{id}}.
     *
     * @param passageId Passage user id, not blank
     * @throws IllegalArgumentException when the id is blank; nothing is sent
     * @throws PassageApiException when Passage refuses (404 for an unknown user, 401 for a wrong API key) or gives no usable answer in time
     */
    PassageUser get(String passageId);
}
