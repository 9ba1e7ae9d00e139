package parapet.sustain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import parapet.sustain.exact.RepairLevel;

class JointLevelTest {
    @Test
    void oneItemAgreesWithTheSingleModel() { // base repair only: EBO per base = (1 - A) systems
        var shop = new RepairLevel.Shop(100, 5, 0, 0.1);
        var single =
                new RepairLevel.Question(
                        2,
                        10,
                        3,
                        10,
                        200,
                        List.of(new RepairLevel.SubUnit(1, 0)),
                        0.99,
                        shop,
                        shop,
                        1);
        var costing = RepairLevel.compare(single).getFirst();
        var choice = new JointLevel.Choice(JointLevel.Level.BASE, 5, 0.1, List.of(0));
        var q =
                new JointLevel.Question(
                        2,
                        10,
                        0,
                        List.of(new JointLevel.Resource("set", 100)),
                        List.of(new JointLevel.Item("item", 200, 3, 0, List.of(choice))),
                        2 * 10 * 0.01);
        var answer = JointLevel.enumerate(q);
        assertThat(answer.resourceCost() + answer.repairCost()).isEqualTo(costing.repairCost());
        assertThat(answer.cost()).isLessThanOrEqualTo(costing.totalCost());
        assertThat(answer.sparesCost())
                .isBetween(
                        200.0 * (2 * costing.sparesPerBase() - 1), 400.0 * costing.sparesPerBase());
    }

    @Test
    void theBoundLiesBelowTheOptimumAndThePlanAbove() {
        double worst = 0;
        for (int k = 0; k < 40; k++) {
            var q = LevelSearch.question(5, k);
            var exact = JointLevel.enumerate(q);
            var joint = JointLevel.solve(q);
            assertThat(joint.bound()).as("question %d", k).isLessThanOrEqualTo(exact.cost() + 1e-6);
            assertThat(joint.cost())
                    .as("question %d", k)
                    .isGreaterThanOrEqualTo(exact.cost() - 1e-6);
            assertThat(joint.backorders()).isLessThanOrEqualTo(q.target());
            worst = Math.max(worst, joint.cost() / exact.cost() - 1);
        }
        assertThat(worst).as("loss by Lagrange on two items").isLessThan(0.05);
    }

    @Test
    void manyItemsHaveASmallGap() { // forty items, four kinds of equipment
        var resources = new ArrayList<JointLevel.Resource>();
        for (int r = 0; r < 4; r++) {
            resources.add(new JointLevel.Resource("set-" + r, 400 + 300 * r));
        }
        var items = new ArrayList<JointLevel.Item>();
        for (int j = 0; j < 20; j++) {
            for (var item : LevelSearch.question(9, j).items()) {
                int need = items.size() % 4;
                var choices = new ArrayList<JointLevel.Choice>();
                for (var c : item.choices()) {
                    choices.add(
                            new JointLevel.Choice(
                                    c.level(),
                                    c.costPerRemoval(),
                                    c.turnaroundYears(),
                                    c.resources().isEmpty() ? List.of() : List.of(need)));
                }
                items.add(
                        new JointLevel.Item(
                                item.id(), item.price(), item.removalsPerBaseYear(), 0, choices));
            }
        }
        var answer = JointLevel.solve(new JointLevel.Question(3, 10, 0.03, resources, items, 2));
        assertThat(answer.backorders()).isLessThanOrEqualTo(2);
        assertThat(answer.gap()).isBetween(0.0, 0.005);
    }

    @Test
    void levelFirstLoses() { // found by the search, not by hand
        var outcome = LevelSearch.search(1, 300);
        var worst = outcome.worst();
        assertThat(worst.levelFirst().levels()).isNotEqualTo(worst.joint().levels());
        assertThat(outcome.differ()).as("of 300 questions the ways differ").isEqualTo(95);
        assertThat(worst.number()).isEqualTo(278);
        assertThat(worst.levelFirst().levels())
                .containsExactly(JointLevel.Level.MAKER, JointLevel.Level.MAKER);
        assertThat(worst.joint().levels())
                .containsExactly(JointLevel.Level.DEPOT, JointLevel.Level.DEPOT);
        assertThat(worst.loss()).as("loss by level first").isCloseTo(1.5823, within(1e-4));
    }

    @Test
    void theCrossoverIsWhereTheAnswerChanges() {
        var worst = LevelSearch.search(1, 60).worst();
        var q = worst.question();
        DoubleFunction<JointLevel.Question> family =
                cost ->
                        new JointLevel.Question(
                                q.bases(),
                                q.years(),
                                q.shipYears(),
                                List.of(new JointLevel.Resource("test set", cost)),
                                q.items(),
                                q.target());
        double at = LevelSearch.crossover(family, 0, 1e6);
        assertThat(JointLevel.solve(family.apply(at - 2)).levels())
                .isNotEqualTo(JointLevel.solve(family.apply(at + 2)).levels());
        var credible = new ArrayList<JointLevel.Question>();
        for (int k = 1; k <= 20; k++) {
            credible.add(family.apply(0.1 * at * k));
        }
        var levels = JointLevel.solve(family.apply(0)).levels();
        double holds = LevelSearch.holds(levels, credible);
        assertThat(holds).isCloseTo(0.475, within(0.03));
    }
}
