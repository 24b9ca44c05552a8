package io.github.passage4j.server.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Offers the entity manager of the current transaction for injection into constructors. */
@ApplicationScoped
public class EntityManagerProducer {

    @PersistenceContext(unitName = "passage-server")
    @SuppressWarnings("NullAway.Init") // the container injects it
    private EntityManager entities;

    /** The entity manager, which the container binds to the transaction of each call. */
    @Produces
    public EntityManager entities() {
        return entities;
    }
}
