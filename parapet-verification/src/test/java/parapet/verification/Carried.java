package parapet.verification;

/// What came of the cases that the module carries, computed once for all its tests.
final class Carried {
    static final Report REPORT = Verifier.run(Cases.carried());

    private Carried() {}
}
