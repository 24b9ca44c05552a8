package io.github.passage4j.server.magiclink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link that was made. It is opened once; the browser that waits for that collects its tokens soon after. */
@Entity
@Table(name = "passage_magic_link")
public class MagicLink {

    private static final Duration TO_COLLECT = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Id
    @Column(name = "id_hash")
    private String idHash;

    @Column(name = "token_hash")
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private MagicLinks.Purpose purpose;

    @Column(name = "app_id")
    private String appId;

    @Column(name = "user_id")
    private String userId;

    /** An address, a number, or "" for nowhere; the column is older than numbers. */
    @Column(name = "email")
    private String recipient;

    @Column(name = "redirect_url")
    private String redirectUrl;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "activated_at")
    private @Nullable Instant activatedAt;

    @Column(name = "collected_at")
    private @Nullable Instant collectedAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected MagicLink() {}

    /**
     * @param idHash MAC of the id that the waiting browser has
     * @param tokenHash MAC of the token in the link
     * @param appId app that it counts for
     * @param order what it is for
     * @param now time of its making
     */
    MagicLink(String idHash, String tokenHash, String appId, MagicLinks.Order order, Instant now) {
        this.idHash = idHash;
        this.tokenHash = tokenHash;
        this.appId = appId;
        this.purpose = order.purpose();
        this.userId = order.userId();
        this.recipient = order.recipient();
        this.redirectUrl = order.redirectUrl();
        this.createdAt = now;
        this.expiresAt = now.plus(order.lifetime());
    }

    String idHash() {
        return idHash;
    }

    String tokenHash() {
        return tokenHash;
    }

    String appId() {
        return appId;
    }

    MagicLinks.Opened opened() {
        return new MagicLinks.Opened(purpose, userId, recipient, redirectUrl);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Opens the link: once, and in time. */
    boolean activate(Instant now) {
        if (activatedAt != null || isExpired(now)) {
            return false;
        }
        activatedAt = now;
        expiresAt = now.plus(TO_COLLECT);
        return true;
    }

    /** Hands out what waits: once it was opened, and again for some seconds in case an answer is lost. */
    boolean collect(Instant now) {
        if (activatedAt == null || isExpired(now)) {
            return false;
        }
        if (collectedAt == null) {
            collectedAt = now;
        }
        return now.isBefore(collectedAt.plus(GRACE));
    }
}
