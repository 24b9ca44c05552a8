package io.github.passage4j.server.apps;

import io.github.passage4j.server.config.Origin;
import io.github.passage4j.server.persistence.JsonObjectConverter;
import io.github.passage4j.server.webauthn.AttestationPolicy;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.JsonObject;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An app whose users sign in here. Users, credentials, keys and handshakes belong to exactly one app. */
@Entity
@Table(name = "passage_app")
public class App {

    @Id
    private String id;

    private String name;

    @Column(name = "auth_origin")
    private String authOrigin;

    @Column(name = "rp_id")
    private String rpId;

    @Column(name = "login_url")
    private String loginUrl;

    @Column(name = "redirect_url")
    private String redirectUrl;

    @Column(name = "default_language")
    private String defaultLanguage;

    @Enumerated(EnumType.STRING)
    @Column(name = "allowed_identifier")
    private AllowedIdentifier allowedIdentifier;

    @Column(name = "public_signup")
    private boolean publicSignup;

    @Column(name = "token_lifetime_seconds")
    private int tokenLifetimeSeconds;

    @Column(name = "refresh_enabled")
    private boolean refreshEnabled;

    @Column(name = "refresh_absolute_seconds")
    private int refreshAbsoluteSeconds;

    @Column(name = "refresh_idle_seconds")
    private int refreshIdleSeconds;

    @Column(name = "otp_enabled")
    private boolean otpEnabled;

    @Column(name = "otp_ttl_seconds")
    private int otpTtlSeconds;

    @Column(name = "magic_link_enabled")
    private boolean magicLinkEnabled;

    @Column(name = "magic_link_ttl_seconds")
    private int magicLinkTtlSeconds;

    @Column(name = "passkeys_enabled")
    private boolean passkeysEnabled;

    @Column(name = "profile_management")
    private boolean profileManagement;

    @Column(name = "require_identifier_verification")
    private boolean requireIdentifierVerification;

    @Column(name = "remove_unconfirmed_passkeys")
    private boolean removeUnconfirmedPasskeys;

    @Convert(converter = JsonObjectConverter.class)
    private @Nullable JsonObject look;

    @Convert(converter = JsonObjectConverter.class)
    @Column(name = "look_dark")
    private @Nullable JsonObject lookDark;

    @Column(name = "attestation_required")
    private boolean attestationRequired;

    @Column(name = "allowed_authenticators")
    private String allowedAuthenticators;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "passage_metadata_field", joinColumns = @JoinColumn(name = "app_id"))
    @OrderColumn(name = "position")
    private List<MetadataField> metadataFields = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected App() {}

    /**
     * A new app with the usual settings: login page {@code /login}, then {@code /dashboard}, English, public sign-up by e-mail address,
     * tokens of ten minutes, refreshed for 30 days, of which 7 idle, one-time
     * codes of five minutes, magic links of ten.
     *
     * @param id 24 characters {@code [0-9A-Za-z]}
     * @param name shown by authenticators
     * @param origin where its pages live; the RP ID is its host
     * @param now time of creation
     */
    public App(String id, String name, Origin origin, Instant now) {
        this.id = id;
        this.name = name;
        this.authOrigin = origin.value();
        this.rpId = origin.host();
        this.loginUrl = "/login";
        this.redirectUrl = "/dashboard";
        this.defaultLanguage = "en";
        this.allowedIdentifier = AllowedIdentifier.EMAIL;
        this.publicSignup = true;
        this.tokenLifetimeSeconds = (int) Duration.ofMinutes(10).toSeconds();
        this.otpEnabled = true;
        this.otpTtlSeconds = (int) Duration.ofMinutes(5).toSeconds();
        this.magicLinkEnabled = true;
        this.magicLinkTtlSeconds = (int) Duration.ofMinutes(10).toSeconds();
        this.passkeysEnabled = true;
        this.allowedAuthenticators = "";
        this.profileManagement = true;
        this.refreshEnabled = true;
        this.refreshAbsoluteSeconds = (int) Duration.ofDays(30).toSeconds();
        this.refreshIdleSeconds = (int) Duration.ofDays(7).toSeconds();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /**
     * Sets how long people stay signed in.
     *
     * @param absolute after a sign-in
     * @param idle after the last refresh
     */
    public void keepSignedIn(Duration absolute, Duration idle, Instant now) {
        refreshEnabled = true;
        refreshAbsoluteSeconds = Math.toIntExact(absolute.toSeconds());
        refreshIdleSeconds = Math.toIntExact(idle.toSeconds());
        updatedAt = now;
    }

    /** Switches one-time codes on or off. */
    public void offerOneTimeCodes(boolean offered, Instant now) {
        otpEnabled = offered;
        updatedAt = now;
    }

    /** Switches magic links on or off. */
    public void offerMagicLinks(boolean offered, Instant now) {
        magicLinkEnabled = offered;
        updatedAt = now;
    }

    /** Switches passkeys on or off. */
    public void offerPasskeys(boolean offered, Instant now) {
        passkeysEnabled = offered;
        updatedAt = now;
    }

    /** Sets the look of the Elements, as {@link ElementCustomization#merge} made it. */
    public void decorate(JsonObject light, Instant now) {
        look = light;
        updatedAt = now;
    }

    /** The same for the dark. */
    public void decorateTheDark(JsonObject dark, Instant now) {
        lookDark = dark;
        updatedAt = now;
    }

    /** Sets what new passkeys must prove of themselves; those that are there stay. */
    public void demandAttestation(AttestationPolicy policy, Instant now) {
        attestationRequired = policy.isRequired();
        allowedAuthenticators = policy.models().stream().sorted().collect(Collectors.joining(","));
        updatedAt = now;
    }

    /** Lets people change their own profile, or not. */
    public void letManageProfile(boolean allowed, Instant now) {
        profileManagement = allowed;
        updatedAt = now;
    }

    /** Demands that an identifier is verified before its account gets a passkey, or does not. */
    public void demandVerification(boolean demanded, Instant now) {
        requireIdentifierVerification = demanded;
        updatedAt = now;
    }

    /** Removes passkeys that were made before the account's address was verified, or leaves that to the owner. */
    public void removeUnconfirmedPasskeys(boolean removed, Instant now) {
        removeUnconfirmedPasskeys = removed;
        updatedAt = now;
    }

    /** Ends refresh tokens: people sign in again when their token ends. */
    public void keepNobodySignedIn(Instant now) {
        refreshEnabled = false;
        updatedAt = now;
    }

    /** Moves the app to another origin. Its passkeys go on working where the host is the same, or below the RP ID. */
    public void moveTo(Origin origin, Instant now) {
        if (!origin.value().equals(authOrigin)) {
            authOrigin = origin.value();
            rpId = origin.isWithin(rpId) ? rpId : origin.host();
            updatedAt = now;
        }
    }

    /**
     * Sets what passkeys are bound to; those made under another RP ID no longer work then.
     *
     * @param domain the origin's host, or a domain above it that several hosts share
     * @throws PassageException 400 when it is neither
     */
    public void bindPasskeysTo(String domain, Instant now) {
        if (!Origin.parse(authOrigin).isWithin(domain)) {
            throw PassageException.invalid("rp_id", "must be the host of the origin, or a domain above it");
        }
        rpId = domain;
        updatedAt = now;
    }

    /** Gives the app another name. */
    public void rename(String other, Instant now) {
        name = other;
        updatedAt = now;
    }

    /** Moves the login page, a path. */
    public void logInAt(String path, Instant now) {
        loginUrl = path;
        updatedAt = now;
    }

    /** Sets the page that comes after a login, a path. */
    public void goOnAt(String path, Instant now) {
        redirectUrl = path;
        updatedAt = now;
    }

    /** Sets the language of those who want none that there is. */
    public void speak(String language, Instant now) {
        defaultLanguage = language;
        updatedAt = now;
    }

    /** Sets what people sign in with; accounts keep what they have. */
    public void allowIdentifier(AllowedIdentifier allowed, Instant now) {
        allowedIdentifier = allowed;
        updatedAt = now;
    }

    /** Lets anyone sign up, or nobody. */
    public void letSignUp(boolean allowed, Instant now) {
        publicSignup = allowed;
        updatedAt = now;
    }

    /** Sets how long a token is good. */
    public void limitTokens(Duration lifetime, Instant now) {
        tokenLifetimeSeconds = Math.toIntExact(lifetime.toSeconds());
        updatedAt = now;
    }

    /** Adds a field to those that the app keeps about each user. */
    public void addMetadataField(MetadataField field) {
        metadataFields.add(field);
    }

    /** The identifier in every address of the app. */
    public String id() {
        return id;
    }

    /** The name that authenticators show. */
    public String name() {
        return name;
    }

    /** The origin of the app's pages. */
    public String authOrigin() {
        return authOrigin;
    }

    /** The Relying Party ID of the app's passkeys. */
    public String rpId() {
        return rpId;
    }

    /** Path of the login page. */
    public String loginUrl() {
        return loginUrl;
    }

    /** Where a page goes after a login; never blank. */
    public String redirectUrl() {
        return redirectUrl;
    }

    /** Language of the Elements when the browser's is unknown. */
    public String defaultLanguage() {
        return defaultLanguage;
    }

    /** What people sign in with. */
    public AllowedIdentifier allowedIdentifier() {
        return allowedIdentifier;
    }

    /** Whether anyone may sign up. */
    public boolean hasPublicSignup() {
        return publicSignup;
    }

    /** How long a token is good. */
    public Duration tokenLifetime() {
        return Duration.ofSeconds(tokenLifetimeSeconds);
    }

    /** Whether people may make passkeys and sign in with them. */
    public boolean hasPasskeys() {
        return passkeysEnabled;
    }

    /**
     * Lets only apps with passkeys pass.
     *
     * @throws PassageException 403 when they are off
     */
    public void requirePasskeys() {
        if (!passkeysEnabled) {
            throw new PassageException(ErrorCode.OPERATION_NOT_ALLOWED, "Passkeys are off for this app.");
        }
    }

    /** What the app sets of the look of the Elements; null for nothing. */
    public @Nullable JsonObject look() {
        return look;
    }

    /** The same for the dark. */
    public @Nullable JsonObject lookInTheDark() {
        return lookDark;
    }

    /** What new passkeys must prove of themselves. */
    public AttestationPolicy attestation() {
        Set<String> models = allowedAuthenticators.isEmpty() ? Set.of() : Set.of(allowedAuthenticators.split(",", -1));
        return new AttestationPolicy(attestationRequired, models);
    }

    /** Whether people may change their own profile. */
    public boolean hasProfileManagement() {
        return profileManagement;
    }

    /** Whether an account gets its first passkey only after its identifier was verified. */
    public boolean requiresIdentifierVerification() {
        return requireIdentifierVerification;
    }

    /** Whether passkeys that were made before the account's address was verified are removed when it is. */
    public boolean removesUnconfirmedPasskeys() {
        return removeUnconfirmedPasskeys;
    }

    /** Whether people may sign in by a code that is mailed to them. */
    public boolean hasOneTimeCodes() {
        return otpEnabled;
    }

    /** How long such a code is good: at most ten minutes. */
    public Duration otpLifetime() {
        return Duration.ofSeconds(otpTtlSeconds);
    }

    /** Whether people may sign in by a link that is mailed to them. */
    public boolean hasMagicLinks() {
        return magicLinkEnabled;
    }

    /** How long such a link is good: at most ten minutes. */
    public Duration magicLinkLifetime() {
        return Duration.ofSeconds(magicLinkTtlSeconds);
    }

    /** Whether a sign-in gives a refresh token. */
    public boolean hasRefreshTokens() {
        return refreshEnabled;
    }

    /** How long after a sign-in refreshing ends for good. */
    public Duration refreshAbsoluteLifetime() {
        return Duration.ofSeconds(refreshAbsoluteSeconds);
    }

    /** How long after the last refresh it ends. */
    public Duration refreshIdleLifetime() {
        return Duration.ofSeconds(refreshIdleSeconds);
    }

    /** The fields that the app keeps about each user, in order. */
    public List<MetadataField> metadataFields() {
        return List.copyOf(metadataFields);
    }

    /** When the app was created. */
    public Instant createdAt() {
        return createdAt;
    }
}
