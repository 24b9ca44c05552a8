package io.github.passage4j.core.management;

import org.jspecify.annotations.Nullable;

/**
 * Passage refused a call or could not be reached: the one failure of every client in this package. Nothing else is thrown, whatever Passage
 * answers, except {@link IllegalArgumentException} for arguments that are wrong before anything is sent.
 *
 * <table>
 *   <caption>What it tells</caption>
 *   <tr><th>{@link #status()}</th><th>{@link #code()}</th><th>Means</th></tr>
 *   <tr><td>400</td><td>{@code invalid_request}</td><td>an argument that Passage does not take, such as an e-mail address in use</td></tr>
 *   <tr><td>401</td><td>{@code invalid_access_token}</td><td>the API key is missing or wrong</td></tr>
 *   <tr><td>403</td><td>{@code operation_not_allowed}</td><td>the app's settings forbid it</td></tr>
 *   <tr><td>404</td><td>{@code user_not_found}, {@code device_not_found}, {@code app_not_found}</td><td>it does not exist</td></tr>
 *   <tr><td>5xx</td><td>{@code internal_server_error} or none</td><td>Passage failed</td></tr>
 *   <tr><td>{@link #NO_ANSWER}</td><td>none</td><td>no answer in time, none that can be read, or Passage was not asked because it failed
 *       repeatedly just now</td></tr>
 * </table>
 */
public sealed class PassageApiException extends RuntimeException permits PassageUnavailableException {

    /** The status of a call that got no answer, or none that can be read. */
    public static final int NO_ANSWER = 0;

    private static final String USER_NOT_FOUND = "user_not_found";
    private static final String DEVICE_NOT_FOUND = "device_not_found";
    private static final int MAX_BODY_LENGTH = 4096;
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String code;
    private final @Nullable String body;

    PassageApiException(
            int status, @Nullable String code, String message, @Nullable String body, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.body = body == null || body.length() <= MAX_BODY_LENGTH ? body : body.substring(0, MAX_BODY_LENGTH);
    }

    /** HTTP status of the answer, or {@link #NO_ANSWER}. */
    public int status() {
        return status;
    }

    /** Passage's error code, if the answer had one. */
    public @Nullable String code() {
        return code;
    }

    /**
     * The body of the answer as it came, at most its first 4096 characters; {@code null} without an answer. For people who look for a
     * cause: it may be HTML of some proxy, and it may name a user.
     */
    public @Nullable String body() {
        return body;
    }

    /** Whether Passage says that what was asked for does not exist. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether Passage says that there is no such user: not merely nothing at this address, as a wrong setting would have it. */
    public boolean isUserNotFound() {
        return isNotFound() && USER_NOT_FOUND.equals(code);
    }

    /** Whether Passage says that the user has no such passkey. */
    public boolean isDeviceNotFound() {
        return isNotFound() && DEVICE_NOT_FOUND.equals(code);
    }
}
