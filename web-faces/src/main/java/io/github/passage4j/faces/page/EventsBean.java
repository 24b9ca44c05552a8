package io.github.passage4j.faces.page;

import io.github.passage4j.core.management.UserEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Set;

/** Words for what happened to an account. */
@Named("events")
@ApplicationScoped
public class EventsBean {

    /** The types that the texts have words for. */
    private static final Set<String> KNOWN = Set.of(
            "sign_up",
            "register_passkey",
            "register_otp",
            "register_magic_link",
            "login_passkey",
            "login_otp",
            "login_magic_link",
            "sign_out",
            "refresh_token_reuse",
            "email_change",
            "phone_change",
            "metadata_change",
            "user_create",
            "user_update",
            "user_activate",
            "user_deactivate",
            "device_add",
            "device_rename",
            "device_delete",
            "tokens_revoke",
            "magic_link_create");

    /** The key of the text that says what happened. */
    public String textOf(UserEvent event) {
        return "dashboard.event." + (KNOWN.contains(event.type()) ? event.type() : "other");
    }
}
