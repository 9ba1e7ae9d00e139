package parapet.scenario;

/// Reads and rebuilds records along a path.
final class Paths {
    private Paths() {}

    static Scenario with(Scenario scenario, String path, Object value) {
        if (path.isEmpty()) {
            return scenario;
        }
        throw new IllegalStateException(path + value);
    }
}
