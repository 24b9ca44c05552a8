package io.github.passage4j.server.audit;

import io.github.passage4j.server.client.Client;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** An event as it is kept. It never changes. */
@Entity
@Table(name = "passage_user_event")
public class UserEvent {

    @Id
    private String id;

    @Column(name = "app_id")
    private String appId;

    @Column(name = "user_id")
    private String userId;

    @Enumerated(EnumType.STRING)
    private EventType type;

    @Column(name = "is_complete")
    private boolean isComplete;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ip_addr")
    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected UserEvent() {}

    /**
     * @param id 24 characters
     * @param event what happened
     * @param client who asked for it
     * @param now when
     */
    UserEvent(String id, AccountEvent event, Client client, Instant now) {
        this.id = id;
        this.appId = event.appId();
        this.userId = event.userId();
        this.type = event.type();
        this.isComplete = event.outcome() == AccountEvent.Outcome.COMPLETED;
        this.createdAt = now;
        this.address = client.address();
        this.userAgent = client.userAgent();
    }

    /** 24 characters. */
    public String id() {
        return id;
    }

    /** App of the account. */
    String appId() {
        return appId;
    }

    /** The account. */
    String userId() {
        return userId;
    }

    /** What happened. */
    public EventType type() {
        return type;
    }

    /** Whether it came to its end. */
    public boolean isComplete() {
        return isComplete;
    }

    /** When it happened. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it was over, which is when it happened; empty when it was refused or only begun. */
    public Optional<Instant> completedAt() {
        return isComplete ? Optional.of(createdAt) : Optional.empty();
    }

    /** IP address of the client; "" when no request asked for it. */
    public String address() {
        return address;
    }

    /** The client's program, as it calls itself; "" when it did not say. */
    public String userAgent() {
        return userAgent;
    }
}
