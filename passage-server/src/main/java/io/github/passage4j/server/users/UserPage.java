package io.github.passage4j.server.users;

import io.github.passage4j.server.wire.WireInstant;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts (Passage contract 4.3).
 *
 * @param links always all five; {@code href} is "" where there is no such page
 * @param createdBefore anchor of the paging, in seconds since 1970
 * @param page from 1
 */
public record UserPage(
        @JsonbProperty("_links") Links links,
        long createdBefore,
        int page,
        int limit,
        long totalUsers,
        List<Item> users) {

    /** Addresses of other pages. */
    public record Links(Link self, Link first, Link last, Link next, Link previous) {}

    /** An address. */
    public record Link(String href) {}

    /** An account in a list. */
    @JsonbNillable
    public record Item(
            String id,
            String externalId,
            String email,
            boolean emailVerified,
            String phone,
            boolean phoneVerified,
            String status,
            int loginCount,
            @Nullable JsonObject userMetadata,
            Instant createdAt,
            Instant updatedAt,
            Instant lastLoginAt) {

        static Item of(User user) {
            return new Item(
                    user.id(),
                    "",
                    user.email(),
                    user.isEmailVerified(),
                    user.phone(),
                    user.isPhoneVerified(),
                    user.status().text(),
                    user.loginCount(),
                    user.metadata(),
                    user.createdAt(),
                    user.updatedAt(),
                    user.lastLoginAt().orElse(WireInstant.NEVER));
        }
    }

    /**
     * Makes a page.
     *
     * @param address gives the address of a page by its number
     */
    static UserPage of(PageRequest request, long total, List<User> users, IntFunction<String> address) {
        int last = (int) Math.max(1, (total + request.limit() - 1) / request.limit());
        int page = request.page();
        Links links = new Links(
                new Link(address.apply(page)),
                new Link(address.apply(1)),
                new Link(address.apply(last)),
                new Link(page < last ? address.apply(page + 1) : ""),
                new Link(page > 1 ? address.apply(page - 1) : ""));
        return new UserPage(
                links,
                request.createdBefore(),
                page,
                request.limit(),
                total,
                users.stream().map(Item::of).toList());
    }
}
