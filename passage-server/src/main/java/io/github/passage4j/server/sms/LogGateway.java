package io.github.passage4j.server.sms;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes messages into the log, with what is secret in them: for development, and as an example. */
final class LogGateway implements SmsGateway {

    private static final Logger LOG = System.getLogger(LogGateway.class.getName());

    @Override
    public void send(Sms sms) {
        LOG.log(Level.INFO, "SMS to {0}: {1}", sms.to(), sms.text());
    }
}
