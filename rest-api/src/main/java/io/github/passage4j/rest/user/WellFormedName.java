package io.github.passage4j.rest.user;

import io.github.passage4j.core.user.DisplayName;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text obeys the rules of {@link DisplayName}; {@code null} passes. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Constraint(validatedBy = WellFormedName.Validator.class)
public @interface WellFormedName {

    /** Replaced by what is wrong in the case at hand. */
    String message() default "is not a name";

    /** Groups of the constraint (Bean Validation 3.0 §2.1.1.2). */
    Class<?>[] groups() default {};

    /** Payload of the constraint (Bean Validation 3.0 §2.1.1.3). */
    Class<? extends Payload>[] payload() default {};

    /** Asks {@link DisplayName}. */
    class Validator implements ConstraintValidator<WellFormedName, String> {

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            Optional<DisplayName.Problem> problem = name == null ? Optional.empty() : DisplayName.problemOf(name);
            problem.ifPresent(found -> explain(found, context));
            return problem.isEmpty();
        }

        private static void explain(DisplayName.Problem problem, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(problem.message()).addConstraintViolation();
        }
    }
}
