package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The input records of a battle: battles are shared where all their numbers are equal, so each
/// number counts in equality; the ends of every range are allowed, what lies beyond is refused.
class InputValuesTest {
    /// The first is equal to one made of the same numbers, and to none of the others.
    private static void eachNumberCounts(List<Supplier<Object>> made) {
        Object one = made.getFirst().get();
        assertThat(made.getFirst().get()).isEqualTo(one).hasSameHashCodeAs(one).isNotSameAs(one);
        assertThat(one).isNotEqualTo("another thing").isNotEqualTo(null);
        for (Supplier<Object> other : made.subList(1, made.size())) {
            assertThat(other.get()).isNotEqualTo(one);
            assertThat(one).isNotEqualTo(other.get());
            assertThat(other.get().hashCode()).isNotEqualTo(one.hashCode());
        }
    }

    private static void refused(String what, ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }

    @Test
    void assets() {
        eachNumberCounts(
                List.of(
                        () -> new Asset("a", 2, new double[] {0.5, 0.25}),
                        () -> new Asset("b", 2, new double[] {0.5, 0.25}),
                        () -> new Asset("a", 3, new double[] {0.5, 0.25}),
                        () -> new Asset("a", 2, new double[] {0.5, 0.26}),
                        () -> new Asset("a", 2, new double[] {0.5})));
        assertThat(new Asset("a", 0, new double[] {0, 1}).value()).isZero();
        refused("value", () -> new Asset("a", -1e-9, new double[0]));
        refused("value", () -> new Asset("a", Double.POSITIVE_INFINITY, new double[0]));
        refused("value", () -> new Asset("a", Double.NaN, new double[0]));
        refused("vulnerability", () -> new Asset("a", 1, new double[] {1.001}));
        refused("vulnerability", () -> new Asset("a", 1, new double[] {0.5, -0.001}));
    }

    @Test
    void doctrines() {
        eachNumberCounts(
                List.of(
                        () -> new Doctrine(new int[] {1, 1}, Doctrine.Order.URGENT_FIRST),
                        () -> new Doctrine(new int[] {1, 2}, Doctrine.Order.URGENT_FIRST),
                        () -> new Doctrine(new int[] {1}, Doctrine.Order.URGENT_FIRST),
                        () -> new Doctrine(new int[] {1, 1}, Doctrine.Order.FIRST_COME)));
        refused("look", () -> new Doctrine(new int[0], Doctrine.Order.FIRST_COME));
        refused("look", () -> new Doctrine(new int[] {1, 0}, Doctrine.Order.FIRST_COME));
    }

    @Test
    void forceStates() {
        eachNumberCounts(
                List.of(
                        () -> new ForceState(new int[] {1, 0}, new int[][] {{4, 2}, {0, 0}}),
                        () -> new ForceState(new int[] {1, 1}, new int[][] {{4, 2}, {0, 0}}),
                        () -> new ForceState(new int[] {1, 0}, new int[][] {{4, 2}, {0, 1}}),
                        () -> new ForceState(new int[] {1, 0}, new int[][] {{4, 2}})));
        assertThat(new ForceState(new int[] {1}, new int[][] {{4, 2}})).hasToString("[1][[4, 2]]");
        refused("working", () -> new ForceState(new int[] {-1}, new int[][] {{4}}));
        refused("rounds", () -> new ForceState(new int[] {1}, new int[][] {{4, -1}}));
    }

    private static Interceptor round(
            String id, double least, double most, double low, double high, double speed) {
        return new Interceptor(
                id, least, new double[] {most}, low, high, speed, new double[] {0.7}, 3);
    }

    @Test
    void interceptors() {
        eachNumberCounts(
                List.of(
                        () -> round("m", 1, 60, 0, 20, 900),
                        () -> round("l", 1, 60, 0, 20, 900),
                        () -> round("m", 2, 60, 0, 20, 900),
                        () -> round("m", 1, 60, 1, 20, 900),
                        () -> round("m", 1, 60, 0, 21, 900),
                        () -> round("m", 1, 60, 0, 20, 901),
                        () ->
                                new Interceptor(
                                        "m",
                                        1,
                                        new double[] {60},
                                        0,
                                        20,
                                        900,
                                        new double[] {0.6},
                                        3),
                        () ->
                                new Interceptor(
                                        "m",
                                        1,
                                        new double[] {60},
                                        0,
                                        20,
                                        900,
                                        new double[] {0.7},
                                        4)));
        assertThat(round("m", 1, 60, 0, 20, 900)).isNotEqualTo(round("m", 1, 61, 0, 20, 900));
        var plain = new Interceptor("m", 0, new double[] {0, 0}, 0, 0, 1, new double[] {0, 1}, 0);
        assertThat(plain.price()).isZero();
        refused("maximumRangeM", () -> round("m", 1, -1, 0, 20, 900));
        refused("minimumRangeM", () -> round("m", -1, 60, 0, 20, 900));
        refused("heights", () -> round("m", 1, 60, Double.NaN, 20, 900));
        refused("heights", () -> round("m", 1, 60, 0, Double.NaN, 900));
        refused("meanSpeedMps", () -> round("m", 1, 60, 0, 20, 0));
        refused(
                "kill probabilities",
                () -> new Interceptor("m", 0, new double[] {1}, 0, 0, 1, new double[0], 0));
        refused(
                "kill probability",
                () -> new Interceptor("m", 0, new double[] {1}, 0, 0, 1, new double[] {1.1}, 0));
        refused(
                "price",
                () -> new Interceptor("m", 0, new double[] {1}, 0, 0, 1, new double[] {1}, -1));
    }

    @Test
    void classesOfTargets() {
        assertThat(new TargetClass("t", 1, 0, 0, 0).jammed()).isZero();
        assertThat(new TargetClass("t", 1, 0, 1, 1).fails()).isEqualTo(1);
        refused("cross section", () -> new TargetClass("t", 0, 1));
        refused("price", () -> new TargetClass("t", 1, -1));
        refused("jammed", () -> new TargetClass("t", 1, 1, 1.01, 0));
        refused("jammed", () -> new TargetClass("t", 1, 1, -0.01, 0));
        refused("fail", () -> new TargetClass("t", 1, 1, 0, 1.01));
        refused("fail", () -> new TargetClass("t", 1, 1, 0, -0.01));
    }
}
