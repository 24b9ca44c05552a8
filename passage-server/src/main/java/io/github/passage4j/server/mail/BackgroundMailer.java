package io.github.passage4j.server.mail;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;

/**
 * Sends after the answer, so that the time of the answer does not tell whether there was anything to send. Whoever asked does not learn of
 * a failure; the log does.
 */
public final class BackgroundMailer implements Mailer {

    private static final Logger LOG = System.getLogger(BackgroundMailer.class.getName());

    private final Mailer mailer;
    private final Executor executor;

    /**
     * @param mailer does the work
     * @param executor in its own time
     */
    public BackgroundMailer(Mailer mailer, Executor executor) {
        this.mailer = mailer;
        this.executor = executor;
    }

    @Override
    public void send(Mail mail) {
        executor.execute(() -> {
            try {
                mailer.send(mail);
            } catch (MailException e) {
                LOG.log(Level.WARNING, "A message was not sent: {0}", e.getMessage());
            }
        });
    }
}
