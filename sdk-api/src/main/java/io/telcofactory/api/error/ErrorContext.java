package io.telcofactory.api.error;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells where a failure happened: which backend, which operation on which target, how often it was tried, how long it
 * took and what code the other side gave.
 *
 * @param backend name of the backend or client, for example {@code opennebula}
 * @param operation native name of the operation, for example {@code one.vm.info} or {@code POST /service}
 * @param target what was acted on, for example {@code vm 12} or a {@code Ref}; empty when there is none
 * @param attempts how many attempts were made, at least 0
 * @param elapsed time from the first attempt to the failure
 * @param nativeCode the other side's own code, for example {@code 512} or {@code HTTP 401}
 * @since 0.1
 */
public record ErrorContext(
        String backend, String operation, String target, int attempts, Duration elapsed, Optional<String> nativeCode) {

    /**
     * Returns a context that names only where the error arose, before anything was sent.
     *
     * @param backend name of the backend or client
     * @param operation name of the operation
     * @param target what was acted on, may be empty
     * @return a context with no attempt and no native code
     */
    public static ErrorContext of(String backend, String operation, String target) {
        return new ErrorContext(backend, operation, target, 0, Duration.ZERO, Optional.empty());
    }

    /**
     * Returns a copy with the other side's code.
     *
     * @param code the code as the other side names it
     * @return the copy
     */
    public ErrorContext withNativeCode(String code) {
        return new ErrorContext(backend, operation, target, attempts, elapsed, Optional.of(code));
    }

    /**
     * Returns a copy with what the retry loop measured.
     *
     * @param attempts how many attempts were made
     * @param elapsed time since the first attempt began
     * @return the copy
     */
    public ErrorContext withAttempts(int attempts, Duration elapsed) {
        return new ErrorContext(backend, operation, target, attempts, elapsed, nativeCode);
    }

    /** Returns the context as it stands in a message: {@code opennebula one.vm.info vm 12 [1024]}. */
    @Override
    public String toString() {
        String place = backend + " " + operation + (target.isEmpty() ? "" : " " + target);
        String code = nativeCode.map(c -> " [" + c + "]").orElse("");
        return place + code + (attempts > 1 ? " after " + attempts + " attempts" : "");
    }
}
