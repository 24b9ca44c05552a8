package io.github.passage4j.core.user;

/** A name breaks a rule of {@link DisplayName}; nothing was stored. */
public final class InvalidNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final DisplayName.Problem problem;

    private InvalidNameException(DisplayName.Problem problem) {
        super("name " + problem.message());
        this.problem = problem;
    }

    public DisplayName.Problem problem() {
        return problem;
    }

    /** The name as it is stored, if it breaks no rule. */
    static String check(String typed) {
        DisplayName.problemOf(typed).ifPresent(problem -> {
            throw new InvalidNameException(problem);
        });
        return DisplayName.normalize(typed);
    }
}
