/**
 * Signing in by a one-time code that went to the account's address. The entry class is
 * {@link io.github.passage4j.server.otp.OneTimeCodes}:
 *
 * <pre>
 *   browser                              server
 *   POST register/otp or login/otp ───▶  store the code's MAC, send the code
 *              otp_id              ◀───
 *   POST otp/activate              ───▶  right? consume it, verify the address, sign in
 *              auth_result         ◀───
 * </pre>
 *
 * <p>Stores {@code passage_one_time_code}. A wrong code is 400, the fifth wrong one and everything after it 401
 * {@code exceeded_attempts}, an unknown or expired one 404.
 */
@NullMarked
package io.github.passage4j.server.otp;

import org.jspecify.annotations.NullMarked;
