package io.github.passage4j.server.start;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.Apps;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.config.TrustedRoots;
import io.github.passage4j.server.jwks.SigningKeys;
import io.github.passage4j.server.operator.OperatorKey;
import io.github.passage4j.server.persistence.Migrations;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Prepares the server before its first request: migrates the tables, makes sure of the default app and of its signing key.
 * The container calls it once per deployment and serves nothing when it fails.
 */
@WebListener
public class ServerStart implements ServletContextListener {

    private static final Logger LOG = System.getLogger(ServerStart.class.getName());

    private final ServerConfig config;
    private final Apps apps;
    private final SigningKeys keys;
    private final OperatorKey operatorKey;
    private final TrustedRoots roots;

    /** Makes the listener. */
    @Inject
    public ServerStart(ServerConfig config, Apps apps, SigningKeys keys, OperatorKey operatorKey, TrustedRoots roots) {
        this.config = config;
        this.apps = apps;
        this.keys = keys;
        this.operatorKey = operatorKey;
        this.roots = roots;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Migrations.run(dataSource());
        App app = apps.ensureDefault();
        keys.ensure(app.id());
        operatorKey.ensure();
        LOG.log(Level.INFO, "Passage server ready for {0} at {1}", app.authOrigin(), config.issuer(app.id()));
        LOG.log(Level.INFO, "Signatures by {0}", signatures().getName());
        LOG.log(Level.DEBUG, "Roots of attestation: {0}", roots.certificates().size());
        if (!config.origin().hasDomain()) {
            LOG.log(Level.WARNING, "passage.origin: browsers make no passkeys for an address made of numbers");
        }
    }

    /** Where signatures come from: whoever chose a provider wants to see that it was found, for the JDK falls back in silence. */
    private static Provider signatures() {
        try {
            return Signature.getInstance("SHA256withRSA").getProvider();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no RSA signatures", e);
        }
    }

    private static DataSource dataSource() {
        try {
            return (DataSource) new InitialContext().lookup("jdbc/passage-server");
        } catch (NamingException e) {
            throw new IllegalStateException("there is no data source jdbc/passage-server", e);
        }
    }
}
