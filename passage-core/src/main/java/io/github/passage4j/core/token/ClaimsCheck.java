package io.github.passage4j.core.token;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.token.InvalidTokenException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The claims of a token against what this app expects (RFC 7519 §4.1). */
final class ClaimsCheck {

    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,64}");

    private final PassageConfig config;
    private final Set<String> issuers;
    private final Clock clock;

    ClaimsCheck(PassageConfig config, Clock clock) {
        this.config = config;
        this.issuers = config.issuers();
        this.clock = clock;
    }

    VerifiedToken check(Map<String, @Nullable Object> claims) {
        checkAudience(claims);
        checkIssuer(claims);
        Instant expiry = checkTimes(claims);
        return new VerifiedToken(subject(claims), expiry);
    }

    private void checkAudience(Map<String, @Nullable Object> claims) {
        if (!Member.texts(claims, "aud").contains(config.appId())) {
            throw new InvalidTokenException(Reason.AUDIENCE, "The token is not meant for this app");
        }
    }

    private void checkIssuer(Map<String, @Nullable Object> claims) {
        String issuer = Member.text(claims, "iss");
        if (issuer != null && !issuers.contains(issuer)) {
            throw new InvalidTokenException(Reason.ISSUER, "The token is from another issuer");
        }
    }

    private Instant checkTimes(Map<String, @Nullable Object> claims) {
        Instant expiry = Member.time(claims, "exp");
        if (expiry == null) {
            throw new InvalidTokenException(Reason.EXPIRED, "The token has no expiry");
        }
        Instant now = clock.instant();
        if (!expiry.plus(config.clockSkew()).isAfter(now)) {
            throw new InvalidTokenException(Reason.EXPIRED, "The token has expired");
        }
        Instant latestStart = now.plus(config.clockSkew());
        if (isAfter(Member.time(claims, "nbf"), latestStart) || isAfter(Member.time(claims, "iat"), latestStart)) {
            throw new InvalidTokenException(Reason.NOT_YET_VALID, "The token is not valid yet");
        }
        return expiry;
    }

    private static boolean isAfter(@Nullable Instant time, Instant limit) {
        return time != null && time.isAfter(limit);
    }

    private static String subject(Map<String, @Nullable Object> claims) {
        String subject = Member.text(claims, "sub");
        if (subject == null || !SUBJECT.matcher(subject).matches()) {
            throw new InvalidTokenException(Reason.SUBJECT, "The token names no user");
        }
        return subject;
    }
}
