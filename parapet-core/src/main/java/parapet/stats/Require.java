package parapet.stats;

/// Ranges of inputs of mathematical models. Not a number and infinity are refused by all, with an
/// [IllegalArgumentException] that names the input and its value.
public final class Require {
    private Require() {}

    /// A finite number more than 0.
    public static double positive(String name, double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            throw refused(name, x, "be more than 0 and finite");
        }
        return x;
    }

    /// A finite number, 0 or more.
    public static double notNegative(String name, double x) {
        if (!(x >= 0 && x < Double.POSITIVE_INFINITY)) {
            throw refused(name, x, "be 0 or more and finite");
        }
        return x;
    }

    /// A number in 0..1.
    public static double share(String name, double x) {
        if (!(x >= 0 && x <= 1)) {
            throw refused(name, x, "lie in 0..1");
        }
        return x;
    }

    /// A whole number in a range, both ends included.
    public static int between(String name, int x, int least, int most) {
        if (x < least || x > most) {
            throw refused(name, x, "lie in %d..%d".formatted(least, most));
        }
        return x;
    }

    /// A whole number of a least value or more.
    public static int atLeast(String name, int x, int least) {
        if (x < least) {
            throw refused(name, x, "be %d or more".formatted(least));
        }
        return x;
    }

    private static IllegalArgumentException refused(String name, Number x, String range) {
        return new IllegalArgumentException("The %s (%s) must %s.".formatted(name, x, range));
    }
}
