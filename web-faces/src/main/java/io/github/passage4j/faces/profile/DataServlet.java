package io.github.passage4j.faces.profile;

import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;

import io.github.passage4j.core.authentication.PassageCallerPrincipal;
import io.github.passage4j.core.management.Device;
import io.github.passage4j.core.management.OwnAccount;
import io.github.passage4j.core.management.OwnSession;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.management.UserEvent;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.faces.security.ErrorPage;
import io.github.passage4j.faces.security.GoneAccount;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /profile/data}: everything that the app and Passage know of the caller, as a JSON file; all of it or 503, 403 once the session is over. */
@WebServlet("/profile/data")
public class DataServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient UserProvisioning provisioning;
    private final transient PassageUsers passageUsers;
    private final transient OwnAccount ownAccount;
    private final transient GoneAccount goneAccount;

    @Inject
    public DataServlet(
            UserProvisioning provisioning, PassageUsers passageUsers, OwnAccount ownAccount, GoneAccount goneAccount) {
        this.provisioning = provisioning;
        this.passageUsers = passageUsers;
        this.ownAccount = ownAccount;
        this.goneAccount = goneAccount;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PassageCallerPrincipal caller = (PassageCallerPrincipal) request.getUserPrincipal();
        String passageId = caller.passageId();
        PassageUser account;
        List<OwnSession> sessions;
        try {
            account = passageUsers.get(passageId);
            sessions = ownAccount.sessions(caller.token());
        } catch (PassageApiException e) {
            if (e.isUserNotFound()) {
                goneAccount.answer(request, response);
            } else if (e.status() == 401) {
                response.sendError(SC_FORBIDDEN);
            } else {
                ErrorPage.PASSAGE_SILENT.send(request, response);
            }
            return;
        }
        User row = provisioning.findOrCreate(passageId, null).user();
        byte[] body = Json.createObjectBuilder()
                .add("app", ofApp(row))
                .add("passage", ofPassage(account, sessions))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"my-data.json\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static JsonObject ofApp(User row) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "id", row.id());
        add(json, "name", row.name());
        add(json, "passageId", row.passageId());
        add(json, "createdAt", row.createdAt());
        add(json, "updatedAt", row.updatedAt());
        return json.build();
    }

    private static JsonObject ofPassage(PassageUser account, List<OwnSession> signedIn) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "id", account.id());
        add(json, "email", account.email());
        json.add("emailVerified", account.emailVerified());
        add(json, "phone", account.phone());
        json.add("phoneVerified", account.phoneVerified());
        add(json, "status", account.status());
        add(json, "createdAt", account.createdAt());
        add(json, "updatedAt", account.updatedAt());
        add(json, "lastLoginAt", account.lastLoginAt());
        json.add("loginCount", account.loginCount());
        json.add("metadata", account.metadata());
        JsonArrayBuilder passkeys = Json.createArrayBuilder();
        account.devices().forEach(device -> passkeys.add(ofPasskey(device)));
        JsonArrayBuilder events = Json.createArrayBuilder();
        account.recentEvents().forEach(event -> events.add(ofEvent(event)));
        JsonArrayBuilder sessions = Json.createArrayBuilder();
        signedIn.forEach(session -> sessions.add(ofSession(session)));
        return json.add("passkeys", passkeys)
                .add("events", events)
                .add("sessions", sessions)
                .build();
    }

    private static JsonObjectBuilder ofPasskey(Device device) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "id", device.id());
        add(json, "credentialId", device.credentialId());
        add(json, "name", device.friendlyName());
        add(json, "createdAt", device.createdAt());
        add(json, "lastLoginAt", device.lastLoginAt());
        return json.add("usageCount", device.usageCount());
    }

    private static JsonObjectBuilder ofSession(OwnSession session) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "createdAt", session.createdAt());
        add(json, "lastUsedAt", session.lastUsedAt());
        add(json, "expiresAt", session.expiresAt());
        add(json, "userAgent", session.userAgent());
        return json;
    }

    private static JsonObjectBuilder ofEvent(UserEvent event) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "type", event.type());
        add(json, "status", event.status());
        add(json, "createdAt", event.createdAt());
        add(json, "ipAddress", event.ipAddress());
        add(json, "userAgent", event.userAgent());
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value == null) {
            json.addNull(name);
        } else if (value instanceof Long number) {
            json.add(name, number);
        } else {
            json.add(name, value.toString());
        }
    }
}
