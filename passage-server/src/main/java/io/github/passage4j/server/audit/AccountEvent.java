package io.github.passage4j.server.audit;

/**
 * Something that happened to an account, or was tried. Fire it as a CDI event where it happens; time and client are those of the
 * request.
 *
 * @param appId app of the account
 * @param userId the account
 * @param type what happened
 * @param outcome how far it came
 */
public record AccountEvent(String appId, String userId, EventType type, Outcome outcome) {

    /** It happened. Kept in the transaction in which it is fired: both or none. */
    public static AccountEvent completed(String appId, String userId, EventType type) {
        return new AccountEvent(appId, userId, type, Outcome.COMPLETED);
    }

    /** Something began that is not at its end. Kept in the transaction in which it is fired: both or none. */
    public static AccountEvent begun(String appId, String userId, EventType type) {
        return new AccountEvent(appId, userId, type, Outcome.BEGUN);
    }

    /** It was tried and refused. Kept in a transaction of its own, for the refusal rolls back the one in which it is fired. */
    public static AccountEvent refused(String appId, String userId, EventType type) {
        return new AccountEvent(appId, userId, type, Outcome.REFUSED);
    }

    /** How far something came. */
    public enum Outcome {
        /** To its end. */
        COMPLETED,
        /** It waits for what comes next. */
        BEGUN,
        /** Nowhere. */
        REFUSED
    }
}
