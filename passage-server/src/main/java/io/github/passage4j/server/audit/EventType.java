package io.github.passage4j.server.audit;

import java.util.Locale;

/** The kinds of events; each is an action of Passage's {@code recent_events} (Passage contract 4.4) and has a name of ours. */
public enum EventType {
    /** An account was made by its owner and waits for a first sign-in. */
    SIGN_UP(Action.REGISTER),
    /** A pending account got its first passkey and was signed in by it. */
    REGISTER_PASSKEY(Action.REGISTER),
    /** A pending account was signed in by a code. */
    REGISTER_OTP(Action.REGISTER),
    /** A pending account was signed in by a link. */
    REGISTER_MAGIC_LINK(Action.REGISTER),
    /** A sign-in with a passkey. */
    LOGIN_PASSKEY(Action.LOGIN),
    /** A sign-in by a code. */
    LOGIN_OTP(Action.LOGIN),
    /** A sign-in by a link. */
    LOGIN_MAGIC_LINK(Action.LOGIN),
    /** A sign-in was ended by its holder. */
    SIGN_OUT(Action.OTHER),
    /** A refresh token came twice; its sign-in ended. */
    REFRESH_TOKEN_REUSE(Action.OTHER),
    /** An owner changed or removed the e-mail address. */
    EMAIL_CHANGE(Action.OTHER),
    /** An owner changed or removed the phone number. */
    PHONE_CHANGE(Action.OTHER),
    /** An owner changed metadata. */
    METADATA_CHANGE(Action.OTHER),
    /** An account was made through the Management API. */
    USER_CREATE(Action.OTHER),
    /** An account was changed through the Management API. */
    USER_UPDATE(Action.OTHER),
    /** An account may sign in again. */
    USER_ACTIVATE(Action.OTHER),
    /** An account may not sign in any more. */
    USER_DEACTIVATE(Action.OTHER),
    /** A further passkey was added. */
    DEVICE_ADD(Action.OTHER),
    /** A passkey got another name. */
    DEVICE_RENAME(Action.OTHER),
    /** A passkey was removed. */
    DEVICE_DELETE(Action.OTHER),
    /** All sign-ins were ended. */
    TOKENS_REVOKE(Action.OTHER),
    /** A server made a link that signs in. */
    MAGIC_LINK_CREATE(Action.OTHER);

    private final Action action;

    EventType(Action action) {
        this.action = action;
    }

    /** The action that Passage knows. */
    public Action action() {
        return action;
    }

    /** The name on the wire and in the database, such as {@code login_passkey}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What Passage tells apart. */
    public enum Action {
        /** Becoming a user. */
        REGISTER,
        /** Signing in. */
        LOGIN,
        /** Everything else. */
        OTHER;

        /** The name on the wire. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
