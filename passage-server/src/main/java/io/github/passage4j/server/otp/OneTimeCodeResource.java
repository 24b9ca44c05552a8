package io.github.passage4j.server.otp;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.message.Addressee;
import io.github.passage4j.server.message.Addressees;
import io.github.passage4j.server.message.MessageSignIn;
import io.github.passage4j.server.message.Messenger;
import io.github.passage4j.server.otp.OneTimeCodes.Attempt;
import io.github.passage4j.server.otp.OneTimeCodes.Issued;
import io.github.passage4j.server.otp.OneTimeCodes.Outcome;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One-time codes on the wire (Passage contract 3.7). */
@Path("apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OneTimeCodeResource {

    private OneTimeCodes codes;
    private Addressees addressees;
    private MessageSignIn signIn;
    private Messenger messenger;
    private Event<AccountEvent> events;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OneTimeCodeResource() {}

    /** Makes the resource. */
    @Inject
    public OneTimeCodeResource(
            OneTimeCodes codes,
            Addressees addressees,
            MessageSignIn signIn,
            Messenger messenger,
            Event<AccountEvent> events) {
        this.codes = codes;
        this.addressees = addressees;
        this.signIn = signIn;
        this.messenger = messenger;
        this.events = events;
    }

    /** Sends a code to somebody who signed up: 201. */
    @Limited(RateLimit.MESSAGE)
    @POST
    @Path("register/otp")
    public Response register(@PathParam("app") App app, StartCommand command) {
        requireEnabled(app);
        return send(app, addressees.toRegister(app, command.identifier(), RateLimit.Message.CODE), command.language());
    }

    /** Sends a code to somebody who wants to sign in: 201. */
    @Limited(RateLimit.MESSAGE)
    @POST
    @Path("login/otp")
    public Response login(@PathParam("app") App app, StartCommand command) {
        requireEnabled(app);
        return send(app, addressees.toLogin(app, command.identifier(), RateLimit.Message.CODE), command.language());
    }

    /** Signs in by a code. */
    @Limited(RateLimit.ATTEMPT)
    @POST
    @Path("otp/activate")
    public AuthResult.Answer activate(@PathParam("app") App app, ActivateCommand command) {
        requireEnabled(app);
        Attempt attempt = codes.redeem(
                app,
                required("otp_id", command.otpId()),
                required("otp", command.otp()).strip());
        if (attempt.outcome() != Outcome.RIGHT && attempt.userId() != null) {
            events.fire(AccountEvent.refused(app.id(), attempt.userId(), EventType.LOGIN_OTP));
        }
        switch (attempt.outcome()) {
            case WRONG -> throw PassageException.invalid("otp", "is not the code that was sent");
            case DEAD -> throw new PassageException(ErrorCode.EXCEEDED_ATTEMPTS, "otp: was wrong too often.");
            case UNKNOWN ->
                throw new PassageException(
                        ErrorCode.INVALID_REQUEST,
                        Response.Status.NOT_FOUND.getStatusCode(),
                        "otp: is no longer good.");
            case RIGHT -> {}
        }
        return new AuthResult.Answer(signIn.signIn(
                app,
                MessageSignIn.Way.OTP,
                Objects.requireNonNull(attempt.userId()),
                Objects.requireNonNull(attempt.recipient()),
                app.redirectUrl()));
    }

    private Response send(App app, Addressee addressee, @Nullable String language) {
        Issued issued = codes.issue(app, addressee);
        if (addressee.user().isPresent()) {
            messenger.sendCode(app, addressee.to(), language, issued.code());
        }
        return Response.status(Response.Status.CREATED)
                .entity(new Started(issued.id()))
                .build();
    }

    private static void requireEnabled(App app) {
        if (!app.hasOneTimeCodes()) {
            throw new PassageException(ErrorCode.OPERATION_NOT_ALLOWED, "One-time codes are off for this app.");
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw PassageException.invalid(field, "is required");
        }
        return value;
    }

    /** What a start call sends. */
    public record StartCommand(
            @Nullable String identifier, @Nullable String language) {}

    /** What a start call answers. */
    public record Started(String otpId) {}

    /** What an activation sends. */
    public record ActivateCommand(
            @Nullable String otp, @Nullable String otpId) {}
}
