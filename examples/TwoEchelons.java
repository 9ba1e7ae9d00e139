///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DEPS dev.parapet:parapet-core:0.1.0-SNAPSHOT

import java.util.List;
import parapet.sustain.exact.SupplyMethod;
import parapet.sustain.exact.TwoEchelon;

/// One part at a depot and at four bases: backorders exactly, by METRIC and by VARI-METRIC.
///
///     java -cp parapet.jar examples/TwoEchelons.java
class TwoEchelons {
    public static void main(String[] args) {
        double perYear = 1.0 / 365.25;
        var base = new TwoEchelon.Base(6 * perYear, 0.2, 10, 20, 1);
        var bases = List.of(base, base, base.withStock(2), base.withStock(0));
        System.out.println("depot stock | method      | backorders at the bases | fill rate of the first");
        for (int stock : new int[] {0, 2, 4}) {
            for (SupplyMethod method : SupplyMethod.values()) {
                var result = TwoEchelon.solve(TwoEchelon.Depot.ample(90, stock), bases, method);
                System.out.printf(
                        "%11d | %-11s | %23.4f | %21.3f%n",
                        stock,
                        method,
                        result.totalBackorders(),
                        result.bases().getFirst().fillRate());
            }
        }
    }
}
