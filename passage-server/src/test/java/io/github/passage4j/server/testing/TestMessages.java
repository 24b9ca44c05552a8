package io.github.passage4j.server.testing;

import io.github.passage4j.server.mail.Outbox;
import io.github.passage4j.server.message.Messenger;
import io.github.passage4j.server.sms.Sms;
import io.github.passage4j.server.sms.SmsGateway;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps messages of both kinds. Without a phone network unless there is said to be one. */
public final class TestMessages {

    /** What was mailed, newest first. */
    public final Outbox outbox;

    /** What was sent to phones, oldest first. */
    public final List<Sms> phones = new CopyOnWriteArrayList<>();

    /** Sends. */
    public final Messenger messenger;

    private boolean isConnected;

    /** Makes empty boxes. */
    public TestMessages(Clock clock) {
        outbox = new Outbox(clock);
        messenger = new Messenger(outbox, new SmsGateway() {
            @Override
            public boolean isAvailable() {
                return isConnected;
            }

            @Override
            public void send(Sms sms) {
                phones.add(sms);
            }
        });
    }

    /** Lets messages go to phones from now on. */
    public TestMessages withPhones() {
        isConnected = true;
        return this;
    }

    /** Lets no message go to phones any more. */
    public void withoutPhones() {
        isConnected = false;
    }
}
