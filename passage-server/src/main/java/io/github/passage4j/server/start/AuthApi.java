package io.github.passage4j.server.start;

import io.github.passage4j.server.apps.AppOfAddress;
import io.github.passage4j.server.apps.AppResource;
import io.github.passage4j.server.currentuser.CurrentUserResource;
import io.github.passage4j.server.currentuser.OwnDevicesResource;
import io.github.passage4j.server.currentuser.OwnProfileResource;
import io.github.passage4j.server.currentuser.OwnSessionsResource;
import io.github.passage4j.server.jwks.JwksResource;
import io.github.passage4j.server.limits.LimitFeature;
import io.github.passage4j.server.login.LoginResource;
import io.github.passage4j.server.magiclink.MagicLinkResource;
import io.github.passage4j.server.otp.OneTimeCodeResource;
import io.github.passage4j.server.register.RegisterResource;
import io.github.passage4j.server.social.OwnConnectionsResource;
import io.github.passage4j.server.social.SocialResource;
import io.github.passage4j.server.token.TokensResource;
import io.github.passage4j.server.users.UsersResource;
import io.github.passage4j.server.wire.Wire;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The API that browsers call. */
@ApplicationPath("auth/v1")
public class AuthApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Wire.with(
                AppOfAddress.class,
                AppResource.class,
                CurrentUserResource.class,
                JwksResource.class,
                LimitFeature.class,
                LoginResource.class,
                MagicLinkResource.class,
                OneTimeCodeResource.class,
                OwnConnectionsResource.class,
                OwnDevicesResource.class,
                OwnProfileResource.class,
                OwnSessionsResource.class,
                RegisterResource.class,
                SocialResource.class,
                TokensResource.class,
                UsersResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Wire.PROPERTIES;
    }
}
