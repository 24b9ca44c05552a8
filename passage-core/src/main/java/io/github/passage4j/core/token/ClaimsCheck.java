package io.github.passage4j.core.token;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.token.InvalidTokenException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The claims of a token against what this app expects (RFC 7519 §4.1). */
final class ClaimsCheck {

    private static final int MAX_SUBJECT_LENGTH = 64;

    private final PassageConfig config;
    private final Clock clock;

    ClaimsCheck(PassageConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    VerifiedToken check(JWTClaimsSet claims) {
        checkAudience(claims);
        checkIssuer(claims);
        Instant expiry = checkTimes(claims);
        return new VerifiedToken(subject(claims), expiry);
    }

    private void checkAudience(JWTClaimsSet claims) {
        if (!claims.getAudience().contains(config.appId())) {
            throw new InvalidTokenException(Reason.AUDIENCE, "The token is not meant for this app");
        }
    }

    private void checkIssuer(JWTClaimsSet claims) {
        if (claims.getClaims().containsKey("iss") && !config.issuers().contains(String.valueOf(claims.getIssuer()))) {
            throw new InvalidTokenException(Reason.ISSUER, "The token is from another issuer");
        }
    }

    private Instant checkTimes(JWTClaimsSet claims) {
        Date expiry = claims.getExpirationTime();
        if (expiry == null) {
            throw new InvalidTokenException(Reason.EXPIRED, "The token has no expiry");
        }
        Instant now = clock.instant();
        if (!expiry.toInstant().plus(config.clockSkew()).isAfter(now)) {
            throw new InvalidTokenException(Reason.EXPIRED, "The token has expired");
        }
        Instant latestStart = now.plus(config.clockSkew());
        if (isAfter(claims.getNotBeforeTime(), latestStart) || isAfter(claims.getIssueTime(), latestStart)) {
            throw new InvalidTokenException(Reason.NOT_YET_VALID, "The token is not valid yet");
        }
        return expiry.toInstant();
    }

    private static boolean isAfter(@Nullable Date time, Instant limit) {
        return time != null && time.toInstant().isAfter(limit);
    }

    private static String subject(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > MAX_SUBJECT_LENGTH) {
            throw new InvalidTokenException(Reason.SUBJECT, "The token names no user");
        }
        return subject;
    }
}
