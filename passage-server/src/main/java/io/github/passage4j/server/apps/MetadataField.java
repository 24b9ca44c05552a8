package io.github.passage4j.server.apps;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A field that an app keeps about each of its users, beyond the identifiers. */
@Embeddable
public class MetadataField {

    /** What the values of a field are. */
    public enum Type {
        /** Any text. */
        STRING,
        /** True or false. */
        BOOLEAN,
        /** A whole number. */
        INTEGER,
        /** {@code YYYY-MM-DD}. */
        DATE,
        /** As E.164 writes it. */
        PHONE,
        /** An e-mail address. */
        EMAIL
    }

    private String id;

    @Column(name = "field_name")
    private String fieldName;

    @Column(name = "friendly_name")
    private String friendlyName;

    @Enumerated(EnumType.STRING)
    private Type type;

    private boolean registration;
    private boolean profile;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected MetadataField() {}

    /**
     * @param id identifier, at most 24 characters
     * @param fieldName key in {@code user_metadata}
     * @param friendlyName label for people
     * @param type what its values are
     * @param registration asked for at registration
     * @param profile shown in the profile
     */
    public MetadataField(
            String id, String fieldName, String friendlyName, Type type, boolean registration, boolean profile) {
        this.id = id;
        this.fieldName = fieldName;
        this.friendlyName = friendlyName;
        this.type = type;
        this.registration = registration;
        this.profile = profile;
    }

    /** The identifier, by which layouts refer to the field. */
    public String id() {
        return id;
    }

    /** The key in {@code user_metadata}. */
    public String fieldName() {
        return fieldName;
    }

    /** The label for people. */
    public String friendlyName() {
        return friendlyName;
    }

    /** What its values are. */
    public Type type() {
        return type;
    }

    /** Whether it is asked for at registration. */
    public boolean isAskedAtRegistration() {
        return registration;
    }

    /** Whether it is shown in the profile. */
    public boolean isInProfile() {
        return profile;
    }
}
