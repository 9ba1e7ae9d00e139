package parapet.engage.exact;

/// Ranges of inputs. Not a number and infinity are refused by all.
final class Require {
    private Require() {}

    static double positive(String name, double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            throw refused(name, x, "be more than 0 and finite");
        }
        return x;
    }

    static double notNegative(String name, double x) {
        if (!(x >= 0 && x < Double.POSITIVE_INFINITY)) {
            throw refused(name, x, "be 0 or more and finite");
        }
        return x;
    }

    static double share(String name, double x) {
        if (!(x >= 0 && x <= 1)) {
            throw refused(name, x, "lie in 0..1");
        }
        return x;
    }

    static int atLeast(String name, int x, int least) {
        if (x < least) {
            throw refused(name, x, "be %d or more".formatted(least));
        }
        return x;
    }

    private static IllegalArgumentException refused(String name, Number x, String range) {
        return new IllegalArgumentException("The %s (%s) must %s.".formatted(name, x, range));
    }
}
