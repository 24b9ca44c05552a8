package io.github.passage4j.server.testing;

import io.github.passage4j.server.persistence.Migrations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A fresh, migrated Derby in memory. */
public final class TestDatabase implements AutoCloseable {

    private final UrlDataSource dataSource = fresh();
    private final EntityManagerFactory factory;

    private TestDatabase() {
        Migrations.run(dataSource());
        factory = Persistence.createEntityManagerFactory(
                "passage-server",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.jdbc.driver",
                        "org.apache.derby.iapi.jdbc.AutoloadedDriver",
                        "jakarta.persistence.jdbc.url",
                        dataSource.url(),
                        "eclipselink.logging.level",
                        "OFF"));
    }

    /** Makes one. */
    public static TestDatabase create() {
        return new TestDatabase();
    }

    /** A fresh Derby in memory without any table. */
    public static DataSource empty() {
        return fresh();
    }

    private static UrlDataSource fresh() {
        return new UrlDataSource("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
    }

    /** Connections to it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** An entity manager with a transaction under way. */
    public EntityManager begin() {
        EntityManager entities = factory.createEntityManager();
        entities.getTransaction().begin();
        return entities;
    }

    /** Does something in a transaction of its own, which a failure rolls back. */
    public <T> T inTransaction(Function<EntityManager, T> action) {
        EntityManager entities = begin();
        try {
            T result = action.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    @Override
    public void close() {
        factory.close();
    }

    private record UrlDataSource(String url) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
