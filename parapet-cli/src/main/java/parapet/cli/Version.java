package parapet.cli;

import java.util.Objects;

/// The version of this build.
final class Version {
    private Version() {}

    /// As in the jar's manifest, or `development` when run from classes.
    static String text() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "development");
    }

    /// Name and version, and the Java it runs on.
    static String line() {
        return "parapet %s (Java %s)".formatted(text(), Runtime.version().feature());
    }
}
