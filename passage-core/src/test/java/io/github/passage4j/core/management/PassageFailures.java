package io.github.passage4j.core.management;

/** Failures of Passage for tests of other packages. */
public final class PassageFailures {

    private PassageFailures() {}

    public static PassageApiException refusal(int status) {
        return new PassageApiException(status, null, "refused", null, null);
    }

    public static PassageApiException noAnswer() {
        return new PassageUnavailableException(PassageApiException.NO_ANSWER, null, "no answer", null, null);
    }
}
