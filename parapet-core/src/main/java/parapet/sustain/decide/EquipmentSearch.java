package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.List;

/// Which equipment to buy when each item then takes its cheapest choice: branch and bound over the
/// pieces of equipment. A node's bound buys what is decided and lets each item use what is bought
/// or undecided; exact.
final class EquipmentSearch {
    private final double[] cost;
    private final int[][] needs;
    private final double[][] value;
    private double least = Double.POSITIVE_INFINITY;
    private int bought;

    EquipmentSearch(double[] cost, int[][] needs, double[][] value) {
        this.cost = cost;
        this.needs = needs;
        this.value = value;
    }

    /// Choice of each item in the cheapest plan, the first listed of equals.
    List<Integer> solve() {
        branch(0, 0, 0);
        if (least == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("There is an item without a choice.");
        }
        var choices = new ArrayList<Integer>();
        for (int j = 0; j < needs.length; j++) {
            choices.add(cheapest(j, bought));
        }
        return List.copyOf(choices);
    }

    /// Cost of that plan.
    double least() {
        return least;
    }

    private void branch(int next, int mask, double spent) {
        int allowed = mask | -1 << next;
        double bound = spent;
        for (int j = 0; j < needs.length; j++) {
            int c = cheapest(j, allowed);
            bound += c < 0 ? Double.POSITIVE_INFINITY : value[j][c];
        }
        if (bound >= least) {
            return;
        }
        if (next == cost.length) {
            least = bound;
            bought = mask;
            return;
        }
        branch(next + 1, mask | 1 << next, spent + cost[next]);
        branch(next + 1, mask, spent);
    }

    private int cheapest(int item, int allowed) {
        int best = -1;
        for (int c = 0; c < needs[item].length; c++) {
            if ((needs[item][c] & ~allowed) == 0
                    && (best < 0 || value[item][c] < value[item][best])) {
                best = c;
            }
        }
        return best;
    }
}
