package io.github.passage4j.faces.profile;

import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.user.DisplayName;
import java.util.Locale;

/**
 * Why a change of the profile did not happen. Nothing was changed.
 *
 * @param section of the page where it was tried
 * @param key of the text
 * @param status of the answer (RFC 9110 §15)
 */
public record ProfileProblem(String section, String key, int status) {

    /** The attribute of a request that carries it to the page. */
    static final String ATTRIBUTE = "profileProblem";

    static ProfileProblem of(String section, DisplayName.Problem problem) {
        String word = problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ProfileProblem(section, "register.name." + word, 400);
    }

    static ProfileProblem of(String section, PassageApiException failure) {
        return switch (failure.status()) {
            case 400 -> new ProfileProblem(section, "profile." + section + ".refused", 400);
            case 401 -> new ProfileProblem(section, "profile.over", 403);
            case 403 -> new ProfileProblem(section, "profile." + section + ".forbidden", 403);
            case 404 -> isOurFault(failure) ? unavailable(section) : new ProfileProblem(section, "profile.gone", 404);
            case 429 -> new ProfileProblem(section, "profile.too-often", 429);
            default -> unavailable(section);
        };
    }

    /** Nothing that a person sees is gone when Passage does not know the app that our settings name. */
    private static boolean isOurFault(PassageApiException failure) {
        return "app_not_found".equals(failure.code());
    }

    private static ProfileProblem unavailable(String section) {
        return new ProfileProblem(section, "profile.unavailable", 503);
    }
}
