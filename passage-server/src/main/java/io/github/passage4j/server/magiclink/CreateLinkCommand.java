package io.github.passage4j.server.magiclink;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.mail.Languages;
import io.github.passage4j.server.mail.Letters;
import io.github.passage4j.server.message.Messenger;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.ManagedUsers.Recipient;
import io.github.passage4j.server.users.PhoneNumber;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.wire.PassageException;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server sends to have a link made. A key that is null or "" is as good as absent. */
public record CreateLinkCommand(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String channel,
        @Nullable Boolean send,
        @Nullable String type,
        @Nullable String language,
        @Nullable String magicLinkPath,
        @Nullable String redirectUrl,
        @Nullable Integer ttl) {

    private static final String LOGIN = "login";
    private static final String VERIFY = "verify_identifier";
    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final int LONGEST_TTL = 7 * 24 * 60;

    /**
     * Checks everything.
     *
     * @throws PassageException 400 with the name of what is wrong
     */
    Checked check(App app, Messenger messenger) {
        String checkedType = oneOf("type", type, LOGIN, LOGIN, VERIFY);
        String usual = isGiven(phone) ? PHONE : EMAIL;
        String checkedChannel = oneOf("channel", channel, usual, EMAIL, PHONE);
        boolean isToBeSent = Boolean.TRUE.equals(send);
        if (isToBeSent && PHONE.equals(checkedChannel) && !messenger.sendsSms()) {
            throw PassageException.invalid("channel", "phone is not available, there is no SMS provider");
        }
        if (isGiven(language) && !Languages.ALL.contains(language)) {
            throw PassageException.invalid(
                    "language",
                    "must be one of "
                            + String.join(", ", Languages.ALL.stream().sorted().toList()));
        }
        String parameter = VERIFY.equals(checkedType) ? LinkAddress.VERIFY : LinkAddress.SIGN_IN;
        LinkAddress.of(app, magicLinkPath, parameter, "");
        return new Checked(
                recipient(),
                EMAIL.equals(checkedChannel),
                isToBeSent,
                checkedType,
                language,
                magicLinkPath,
                LinkAddress.redirect(app, redirectUrl),
                lifetime(app));
    }

    private Recipient recipient() {
        if (Stream.of(email, phone, userId).filter(CreateLinkCommand::isGiven).count() != 1) {
            throw PassageException.invalid(EMAIL, "or phone or user_id is required, and only one of them");
        }
        return new Recipient(
                isGiven(userId) ? userId : null,
                isGiven(email) ? EmailAddress.parse(EMAIL, email) : null,
                phone != null && isGiven(phone) ? PhoneNumber.parse(PHONE, phone) : null);
    }

    private Duration lifetime(App app) {
        if (ttl == null || ttl == 0) {
            return app.magicLinkLifetime();
        }
        if (ttl < 1 || ttl > LONGEST_TTL) {
            throw PassageException.invalid("ttl", "must be from 1 to " + LONGEST_TTL + " minutes");
        }
        return Duration.ofMinutes(ttl);
    }

    private static String oneOf(String field, @Nullable String value, String usual, String... allowed) {
        if (value == null || value.isEmpty()) {
            return usual;
        }
        if (Stream.of(allowed).noneMatch(value::equals)) {
            throw PassageException.invalid(field, "must be " + String.join(" or ", allowed));
        }
        return value;
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    /** An order without faults. */
    record Checked(
            Recipient recipient,
            boolean isByEmail,
            boolean isToBeSent,
            String type,
            @Nullable String language,
            @Nullable String path,
            String redirectUrl,
            Duration lifetime) {

        /**
         * The identifier that the link goes to.
         *
         * @throws PassageException 400 when the user has none of that kind
         */
        Identifier identifier(User user) {
            return Identifier.ofValue(isByEmail ? user.email() : user.phone())
                    .orElseThrow(() ->
                            PassageException.invalid("channel", "the user has no " + (isByEmail ? EMAIL : PHONE)));
        }

        String address(App app, String token) {
            return LinkAddress.of(app, path, isVerification() ? LinkAddress.VERIFY : LinkAddress.SIGN_IN, token);
        }

        Letters.Link letter() {
            return isVerification() ? Letters.Link.VERIFY : Letters.Link.LOGIN;
        }

        private boolean isVerification() {
            return VERIFY.equals(type);
        }
    }
}
