package io.github.passage4j.rest.problem;

import java.util.Map;

/** A request that is refused for a reason that the caller is told. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** A refusal whose answer carries these headers too. */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title() + ": " + problem.detail());
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public Problem problem() {
        return problem;
    }

    /** Headers of the answer, by name. */
    public Map<String, String> headers() {
        return headers;
    }
}
