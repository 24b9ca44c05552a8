package io.github.passage4j.server.sms;

/** There is no provider. */
final class NoGateway implements SmsGateway {

    @Override
    public boolean isAvailable() {
        return false;
    }

    @Override
    public void send(Sms sms) {
        throw new IllegalStateException("there is no SMS provider");
    }
}
