package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parapet.sustain.Cases.D;
import static parapet.sustain.Cases.DAY;
import static parapet.sustain.Cases.NOWHERE;
import static parapet.sustain.Cases.fromTheStart;
import static parapet.sustain.Cases.input;
import static parapet.sustain.Cases.network;
import static parapet.sustain.Cases.part;
import static parapet.sustain.Cases.shop;
import static parapet.sustain.Cases.site;
import static parapet.sustain.Cases.story;
import static parapet.sustain.Cases.type;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;

/// Stories of single units under each policy, day by day.
final class PolicyStoryTest {
    private static final Network.Slot ONE = new Network.Slot("s", 0, 1, 1, 1, 1);
    private static final int[] HERE = {0};

    private static Run play(SustainInput input) {
        return Sustainment.play(
                input, fromTheStart(input), new Streams(5, 0, 0), new Ledger(), Audit.FULL);
    }

    private static List<String> tell(SustainInput input, int unit) {
        return story(play(input).history, unit);
    }

    /// A part that fails at once.
    private static Network oneBase(int stock, Network.Shop shop, SitePolicy how) {
        return network(
                part(0.001), type(ONE, 0), 0, site("base", true, -1, HERE, stock, shop).with(how));
    }

    private static Network.Shop open(int places, double repair, ShopPolicy policy) {
        return shop(places, repair, 0).with(policy);
    }

    @Test
    void aShopWorksFiveDaysOfSeven() {
        var week = Policies.hours(new WorkTime(5, 7, 0, new long[0]));
        var net = oneBase(0, open(1, 12, week), SitePolicy.PLAIN);
        assertThat(tell(input(18, net, 1, 1), 0).subList(1, 6))
                .containsExactly(
                        "DOWN IN_REPAIR at 0 5.0",
                        "DOWN SHOP_CLOSED at 0 2.0",
                        "DOWN IN_REPAIR at 0 5.0",
                        "DOWN SHOP_CLOSED at 0 2.0",
                        "DOWN IN_REPAIR at 0 2.0");
    }

    @Test
    void aPartThatComesInWinterWaitsForSpring() {
        var winter = Policies.hours(new WorkTime(1, 1, 0, new long[] {0, 90 * DAY}));
        var net = oneBase(0, open(1, 12, winter), SitePolicy.PLAIN);
        assertThat(tell(input(102.01, net, 1, 1), 0).subList(1, 3))
                .containsExactly("DOWN SHOP_CLOSED at 0 90.0", "DOWN IN_REPAIR at 0 12.0");
    }

    @Test
    void inductionsAreSpaced() {
        var twelve = Policies.inductions(1 / (30 * D));
        var net = oneBase(0, open(9, 100, twelve), SitePolicy.PLAIN);
        ReadinessHistory h = play(input(80, net, 3, 1)).history;
        assertThat(List.of(story(h, 0), story(h, 1), story(h, 2)).toString())
                .contains("INDUCTION_LIMIT at 0 30.0, DOWN IN_REPAIR at 0 50.0")
                .contains("INDUCTION_LIMIT at 0 60.0, DOWN IN_REPAIR at 0 20.0")
                .contains("[FULL 0.0, DOWN IN_REPAIR at 0 80.0]");
    }

    @Test
    void oneCrewMendsOneAfterTheOther() {
        var p = new Network.Part("p", 0.001 * D, 1, 5 * D, 0, 0, 10, "USD");
        var net =
                network(
                        p,
                        type(ONE, 0),
                        0,
                        site("base", true, -1, NOWHERE, 0, Network.Shop.NONE)
                                .with(Policies.crews(1, WorkTime.ALWAYS)));
        ReadinessHistory h = play(input(200, net, 3, 1)).history;
        long mending = 0;
        for (int i = 0; i < h.size(); i++) {
            mending += h.reason(i) == Reason.FIELD_REPAIR.ordinal() ? h.to(i) - h.from(i) : 0;
        }
        assertThat(mending).as("crew days").isBetween(199 * DAY, 200 * DAY);
        assertThat(story(h, 0).toString() + story(h, 1) + story(h, 2)).contains("NO_CREW at 0");
    }

    @Test
    void noCrewNoRepair() {
        var p = new Network.Part("p", 0.001 * D, 1, 5 * D, 0, 0, 10, "USD");
        var site =
                site("base", true, -1, NOWHERE, 0, Network.Shop.NONE)
                        .with(Policies.crews(0, WorkTime.ALWAYS));
        var none = network(p, type(ONE, 0), 0, site);
        assertThat(tell(input(50, none, 1, 1), 0).getLast()).startsWith("DOWN NO_CREW at 0 50");
        // Crews that come with a phase begin at once; they work five days of seven.
        var some =
                network(
                        p,
                        type(ONE, 0),
                        0,
                        site.with(Policies.crews(1, new WorkTime(5, 7, 0, new long[0]))));
        var in = input(50, none, 1, 1);
        var later =
                new SustainInput(
                        in.endTick(),
                        List.of(
                                new SustainInput.Phase(0, none),
                                new SustainInput.Phase(30 * DAY, some)),
                        in.units(),
                        List.of());
        assertThat(tell(later, 0).get(1)).startsWith("DOWN NO_CREW at 0 30.0");
        assertThat(tell(later, 0).get(2)).startsWith("DOWN FIELD_REPAIR");
    }

    private static Network.Link[][] links(int lot, double every) {
        var links = Cases.links(2, 5);
        links[0][1] = new Network.Link(5 * D, 0, true, lot, every * D);
        links[1][0] = new Network.Link(5 * D, 0, true);
        return links;
    }

    private static Network apart(double mtbf, Network.Link[][] links) {
        return PolicyCases.network(
                List.of(part(mtbf)),
                List.of(type(ONE, 0)),
                links,
                site("base", true, -1, new int[] {1}, 0, Network.Shop.NONE),
                site("shop", true, -1, NOWHERE, 0, shop(9, 20, 0)));
    }

    @Test
    void aLotLeavesWhenItIsFull() {
        ReadinessHistory h = play(input(400, apart(40, links(2, 0)), 2, 1)).history;
        // The first waits exactly until the second has failed, and both come back together.
        int first = story(h, 0).get(1).contains("AWAITING_LOT") ? 0 : 1;
        double until = Cases.days(h, first, UnitState.FULL);
        assertThat(until).isPositive();
        assertThat(story(h, first).get(1)).startsWith("DOWN AWAITING_LOT at 1");
        assertThat(story(h, first).subList(2, 5))
                .containsExactly(
                        "DOWN PART_TO_SHOP at 1 5.0",
                        "DOWN IN_REPAIR at 1 20.0",
                        "DOWN PART_FROM_SHOP at 1 5.0");
        assertThat(story(h, 1 - first).subList(1, 4))
                .containsExactly(
                        "DOWN PART_TO_SHOP at 1 5.0",
                        "DOWN IN_REPAIR at 1 20.0",
                        "DOWN PART_FROM_SHOP at 1 5.0");
    }

    @Test
    void departuresHaveDates() {
        var net = apart(0.001, links(0, 30));
        // The first part fails at once and leaves on day 30, works again on day 60 and fails again.
        assertThat(tell(input(95, net, 1, 1), 0))
                .containsSubsequence(
                        "DOWN AWAITING_LOT at 1 30.0",
                        "DOWN PART_TO_SHOP at 1 5.0",
                        "DOWN IN_REPAIR at 1 20.0",
                        "DOWN PART_FROM_SHOP at 1 5.0",
                        "DOWN AWAITING_LOT at 1 30.0",
                        "DOWN PART_TO_SHOP at 1 5.0");
    }

    @Test
    void aLotWaitsForAClosedWay() {
        var open = apart(0.001, links(0, 30));
        var shut = links(0, 30);
        shut[0][1] = new Network.Link(5 * D, 0, false, 0, 30 * D);
        var in = input(95, open, 1, 1);
        var phases =
                List.of(
                        new SustainInput.Phase(0, open),
                        new SustainInput.Phase(10 * DAY, apart(0.001, shut)),
                        new SustainInput.Phase(40 * DAY, open));
        assertThat(tell(new SustainInput(in.endTick(), phases, in.units(), List.of()), 0).get(1))
                .isEqualTo("DOWN AWAITING_LOT at 1 60.0");
        var plain = new SustainInput.Phase(40 * DAY, apart(0.001, links(0, 0)));
        var freed =
                new SustainInput(
                        in.endTick(),
                        List.of(phases.get(0), phases.get(1), plain),
                        in.units(),
                        List.of());
        assertThat(tell(freed, 0).get(1)).isEqualTo("DOWN AWAITING_LOT at 1 40.0");
    }

    /// Two kinds of part fail at once behind a long repair; which of them comes first is told by
    /// the rule.
    @ParameterizedTest
    @EnumSource(ShopPolicy.Priority.class)
    void theShopTakesWhatItsRuleSays(ShopPolicy.Priority rule) {
        var a = new Network.Part("a", 0.001 * D, 0, 0, 0, 0, 10, "USD");
        var b = new Network.Part("b", 0.002 * D, 0, 0, 0, 0, 10, "USD");
        var ofA = type(List.of(ONE), new int[2], List.of(), List.of());
        var ofB =
                type(
                        List.of(new Network.Slot("s", 1, 1, 1, 1, 1)),
                        new int[2],
                        List.of(),
                        List.of());
        var policy = Policies.priority(rule, 0, 1);
        // Three units want part b, two want part a; one place.
        var net =
                PolicyCases.network(
                        List.of(a, b),
                        List.of(ofA, ofB),
                        Cases.links(1, 0),
                        new Network.Site(
                                "base",
                                true,
                                -1,
                                HERE,
                                new int[2],
                                shop(1, 10, 0).with(policy),
                                0,
                                "USD"));
        var in =
                new SustainInput(
                        60 * DAY,
                        List.of(new SustainInput.Phase(0, net)),
                        List.of(
                                new SustainInput.Unit("a0", 0, 0),
                                new SustainInput.Unit("a1", 0, 0),
                                new SustainInput.Unit("b0", 1, 0),
                                new SustainInput.Unit("b1", 1, 0),
                                new SustainInput.Unit("b2", 1, 0)),
                        List.of());
        Run run = play(in);
        int[] failures = {
            run.history.parts().get(0).failures(), run.history.parts().get(1).failures()
        };
        // After each repair the part fails again at once and joins the queue.
        switch (rule) {
            case FIRST_COME -> assertThat(failures).containsExactly(4, 6);
            case MOST_NEEDED ->
                    assertThat(failures[1]).as("the kind that more wait for").isEqualTo(7);
            case FIXED_ORDER -> assertThat(failures[0]).as("the kind that goes first").isEqualTo(7);
        }
    }

    @Test
    void twoHalvesMakeAWhole() {
        var a = new Network.Part("a", 40 * D, 0, 0, 0, 0, 10, "USD");
        var b = new Network.Part("b", 60 * D, 0, 0, 0, 0, 10, "USD");
        var slots = List.of(ONE, new Network.Slot("t", 1, 1, 1, 1, 1));
        var kind = type(slots, new int[2], List.of(), List.of());
        double before = 0;
        for (boolean on : new boolean[] {false, true}) {
            SitePolicy how = on ? Policies.cannibalisation(3 * D) : SitePolicy.PLAIN;
            var net =
                    PolicyCases.network(
                            List.of(a, b),
                            List.of(kind),
                            Cases.links(1, 0),
                            new Network.Site(
                                    "base",
                                    true,
                                    -1,
                                    NOWHERE,
                                    new int[2],
                                    Network.Shop.NONE,
                                    0,
                                    "USD",
                                    how));
            double full = 0;
            for (int seed = 0; seed < 30; seed++) {
                ReadinessHistory h = Cases.run(input(4_000, net, 2, 1), seed);
                full += Cases.days(h, 0, UnitState.FULL) + Cases.days(h, 1, UnitState.FULL);
                if (on) {
                    // The last unit goes down for good only when both of one kind are gone.
                    var parts = h.parts();
                    int least = Math.min(parts.get(0).working(), parts.get(1).working());
                    assertThat(least).isZero();
                }
            }
            assertThat(full).as("unit days, allowed %s", on).isGreaterThan(1.1 * before);
            before = full;
        }
    }

    @Test
    void aSpareGoesToTheUnitThatIsDown() {
        // Two of two must work for full, one for degraded; two spares come on day 15.
        var two = new Network.Slot("s", 0, 2, 2, 1, 1);
        double[] downAfter = new double[2];
        for (boolean urgent : new boolean[] {false, true}) {
            SitePolicy how = urgent ? Policies.mostUrgent() : SitePolicy.PLAIN;
            var net =
                    network(
                            part(20),
                            type(two, 0),
                            0,
                            site("base", true, -1, NOWHERE, 0, Network.Shop.NONE).with(how));
            var in = input(1_000, net, 6, 1);
            var bought =
                    new SustainInput(
                            in.endTick(),
                            in.phases(),
                            in.units(),
                            List.of(new SustainInput.Addition(15 * DAY, 0, new int[] {2}, "", 0)));
            for (int seed = 0; seed < 50; seed++) {
                ReadinessHistory h = Cases.run(bought, seed);
                int before = 0;
                int after = 0;
                for (int i = 0; i < h.size(); i++) {
                    if (h.state(i) == UnitState.DOWN) {
                        before += h.from(i) < 15 * DAY && h.to(i) >= 15 * DAY ? 1 : 0;
                        after += h.from(i) <= 15 * DAY && h.to(i) > 15 * DAY ? 1 : 0;
                    }
                }
                if (urgent) {
                    assertThat(after).isEqualTo(Math.max(0, before - 2));
                }
                downAfter[urgent ? 1 : 0] += after;
            }
        }
        assertThat(downAfter[1]).isLessThan(downAfter[0] - 15);
    }

    @Test
    void aNeighbourHelpsWithWhatItCanSpare() {
        for (int reserve = 0; reserve < 2; reserve++) {
            var net =
                    network(
                            part(0.001),
                            type(ONE, 0),
                            4,
                            site("base", true, -1, NOWHERE, 0, Network.Shop.NONE)
                                    .with(Policies.helpers(1)),
                            site("near", true, -1, NOWHERE, 2, Network.Shop.NONE)
                                    .with(Policies.reserve(reserve)));
            Run run = play(input(50, net, 1, 1));
            assertThat(run.tally.lent[0]).isEqualTo(2 - reserve);
            assertThat(story(run.history, 0).get(1)).isEqualTo("DOWN SPARE_ON_THE_WAY at 0 4.0");
        }
    }

    @Test
    void whatComesBackGoesToTheNeighbourThatHelped() {
        var net =
                network(
                        part(0.001),
                        type(ONE, 0),
                        4,
                        site("base", true, -1, HERE, 0, shop(9, 20, 0)).with(Policies.helpers(1)),
                        site("near", true, -1, NOWHERE, 1, Network.Shop.NONE));
        // Fails on day 0, helped on day 4, fails again; the first part goes to the neighbour on day
        // 24, which helps again.
        assertThat(tell(input(40, net, 1, 1), 0))
                .containsSubsequence(
                        "DOWN SPARE_ON_THE_WAY at 0 4.0",
                        "DOWN IN_REPAIR at 0 20.0",
                        "DOWN SPARE_ON_THE_WAY at 0 4.0");
    }

    private static Network withTask(
            double mtbf, int spares, Network.Slot slot, SitePolicy how, Network.Task... tasks) {
        return network(
                part(mtbf),
                type(List.of(slot), new int[] {0}, List.of(), List.of(tasks)),
                0,
                site("base", true, -1, NOWHERE, spares, Network.Shop.NONE).with(how));
    }

    private static Network.Task task(
            String id, double every, double days, TaskPolicy policy, double inductions) {
        return new Network.Task(
                id,
                every * D,
                0,
                1e9,
                true,
                List.of(new Network.TaskSite(0, 9, days * D, 1, "USD", inductions)),
                policy);
    }

    private static TaskPolicy policy(double use, int crews, int parts, boolean renews) {
        return new TaskPolicy(use * D, 0, 0, new int[] {parts}, crews, renews, 0, 0);
    }

    @Test
    void useMakesATaskDue() {
        double never = Double.POSITIVE_INFINITY;
        var kind =
                new Network.UnitType(
                        "t",
                        List.of(ONE),
                        new int[] {0},
                        List.of(),
                        List.of(task("check", never, 10, policy(100, 0, 0, false), never)),
                        0,
                        "USD",
                        0.25);
        var net = network(part(1e9), kind, 0, site("b", true, -1, NOWHERE, 0, Network.Shop.NONE));
        assertThat(tell(input(900, net, 1, 1), 0).getFirst()).isEqualTo("FULL 400.0");
        assertThat(tell(input(900, net, 1, 1), 0).get(2)).isEqualTo("FULL 400.0");
    }

    /// A unit that is down does not use itself up.
    @Test
    void theClockOfUseStopsWhileTheUnitIsDown() {
        double never = Double.POSITIVE_INFINITY;
        var net =
                withTask(
                        60,
                        0,
                        ONE,
                        SitePolicy.PLAIN,
                        task("check", never, 10, policy(100, 0, 0, false), never));
        Network.Site base = net.sites().getFirst();
        var repaired =
                new Network(
                        net.parts(),
                        net.types(),
                        List.of(
                                new Network.Site(
                                        base.id(),
                                        true,
                                        -1,
                                        HERE,
                                        new int[] {0},
                                        shop(9, 15, 0),
                                        0,
                                        "USD")),
                        net.links(),
                        net.production());
        ReadinessHistory h = play(input(900, repaired, 1, 1)).history;
        double full = 0;
        int times = 0;
        for (int i = 0; i < h.size(); i++) {
            if (h.state(i) == UnitState.AWAY) {
                assertThat(full).as("days of use").isBetween(99.99, 100.01);
                full = 0;
                times++;
            }
            full += h.state(i) == UnitState.FULL ? (h.to(i) - h.from(i)) / (double) DAY : 0;
        }
        assertThat(times).isGreaterThan(2);
    }

    @Test
    void aTaskTakesItsPartsFromTheShelfAndWaitsForThem() {
        double never = Double.POSITIVE_INFINITY;
        var task = task("overhaul", 100, 20, policy(never, 0, 2, false), never);
        var unobtainable = new Network.Part("p", 1e9 * D, 0, 0, 0, 1e9 * D, 10, "USD");
        var plain = withTask(1e9, 3, ONE, SitePolicy.PLAIN, task);
        var net =
                PolicyCases.network(
                        List.of(unobtainable),
                        plain.types(),
                        plain.links(),
                        plain.sites().getFirst());
        Run run = play(input(400, net, 1, 1));
        assertThat(story(run.history, 0).get(1)).startsWith("AWAY TASK_IN_WORK");
        assertThat(story(run.history, 0).getLast()).startsWith("AWAY TASK_PARTS");
        var parts = run.history.parts().getFirst();
        assertThat(List.of(parts.scrapped(), parts.shelf(), parts.ordered()))
                .as("the first took two, the second found one; bought at once, never delivered")
                .containsExactly(3, 0, 4);
    }

    @Test
    void crewsHoldATaskBack() {
        double never = Double.POSITIVE_INFINITY;
        var task = task("overhaul", 100, 20, policy(never, 2, 0, false), never);
        for (int crews = 1; crews < 4; crews++) {
            var how = Policies.crews(crews, WorkTime.ALWAYS);
            var net = withTask(1e9, 0, ONE, how, task);
            ReadinessHistory h = play(input(105, net, 2, 1)).history;
            String last = story(h, 0).getLast() + " " + story(h, 1).getLast();
            int away = last.split("AWAY", -1).length - 1;
            assertThat(away).as("units away with %d crews", crews).isEqualTo(crews / 2);
        }
    }

    @Test
    void inductionsOfUnitsAreSpaced() {
        double never = Double.POSITIVE_INFINITY;
        var task = task("overhaul", 100, 20, policy(never, 0, 0, false), 1 / (50 * D));
        var net = withTask(1e9, 0, ONE, SitePolicy.PLAIN, task);
        ReadinessHistory h = play(input(260, net, 3, 1)).history;
        assertThat(List.of(story(h, 0).getFirst(), story(h, 1).getFirst(), story(h, 2).getFirst()))
                .containsExactlyInAnyOrder("FULL 100.0", "FULL 150.0", "FULL 200.0");
    }

    @Test
    void tasksThatAreSoonDueAreDoneTogether() {
        double never = Double.POSITIVE_INFINITY;
        var main = task("overhaul", 100, 20, TaskPolicy.PLAIN, never);
        for (double together : new double[] {0, 40}) {
            var along = new TaskPolicy(never, 0, 0, new int[0], 0, false, together * D, 0);
            var check = task("check", 135, 2, along, never);
            var net = withTask(1e9, 0, ONE, SitePolicy.PLAIN, main, check);
            var ledger = new Ledger();
            var in = input(160, net, 1, 1);
            Sustainment.simulate(in, fromTheStart(in), new Streams(5, 0, 0), ledger, Audit.FULL);
            List<String> story = tell(in, 0);
            long away = story.stream().filter(s -> s.startsWith("AWAY")).count();
            assertThat(away)
                    .as("times away, together %s", together)
                    .isEqualTo(together > 0 ? 1 : 2);
            assertThat(
                            ledger.entries().stream()
                                    .filter(e -> e.cause() == parapet.programme.MoneyCause.TASK)
                                    .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void anOverhaulFillsTheHolesAndLosesUnits() {
        double never = Double.POSITIVE_INFINITY;
        var three = new Network.Slot("s", 0, 3, 3, 0, 1);
        var task = task("overhaul", 100, 20, policy(never, 0, 0, true), never);
        ReadinessHistory h =
                play(input(130, withTask(30, 0, three, SitePolicy.PLAIN, task), 1, 1)).history;
        assertThat(story(h, 0)).anyMatch(s -> s.startsWith("DEGRADED NOBODY_REPAIRS"));
        int after =
                story(h, 0)
                        .indexOf(
                                story(h, 0).stream()
                                        .filter(s -> s.startsWith("AWAY"))
                                        .findFirst()
                                        .orElseThrow());
        assertThat(story(h, 0).get(after + 1)).startsWith("FULL");
        var fatal = new TaskPolicy(never, 0, 0, new int[0], 0, false, 0, 1);
        var last = task("overhaul", 100, 20, fatal, never);
        assertThat(
                        tell(input(500, withTask(30, 0, three, SitePolicy.PLAIN, last), 1, 1), 0)
                                .getLast())
                .startsWith("AWAY UNIT_LOST at 0");
    }

    @Test
    void findingsTakeLonger() {
        double never = Double.POSITIVE_INFINITY;
        var always = new TaskPolicy(never, 1, 40 * D, new int[0], 0, false, 0, 0);
        var net = withTask(1e9, 0, ONE, SitePolicy.PLAIN, task("check", 100, 20, always, never));
        double away = Cases.days(play(input(10_000, net, 1, 1)).history, 0, UnitState.AWAY);
        // 62.5 rounds of 100 + 60 days; 62 times 60 +- 8.9 days, four standard errors 283.
        assertThat(away).isBetween(3_400.0, 4_100.0);
    }

    @Test
    void aShopTreatsPartsDifferently() {
        var quick = new ShopPolicy.Work(5 * D, 0, 1, 0, 0, 0);
        var net = oneBase(0, open(1, 20, Policies.work(quick)), SitePolicy.PLAIN);
        assertThat(tell(input(4.9, net, 1, 1), 0).getLast()).isEqualTo("DOWN IN_REPAIR at 0 4.9");
        assertThat(tell(input(5.01, net, 1, 1), 0)).hasSize(4);
    }

    @Test
    void aSiteThatRestsIssuesNothing() {
        var depot = site("depot", true, -1, NOWHERE, 1, Network.Shop.NONE);
        var base = site("base", true, 1, NOWHERE, 0, Network.Shop.NONE);
        var resting = network(part(0.001), type(ONE, 0), 0, base, depot.with(Policies.resting()));
        var awake = network(part(0.001), type(ONE, 0), 0, base, depot);
        var in = input(50, resting, 1, 1);
        var spring =
                new SustainInput(
                        in.endTick(),
                        List.of(
                                new SustainInput.Phase(0, resting),
                                new SustainInput.Phase(30 * DAY, awake)),
                        in.units(),
                        List.of());
        assertThat(tell(spring, 0).get(1)).endsWith(" 30.0");
        assertThat(tell(spring, 0).get(2)).startsWith("FULL");
    }

    /// Policies of one base leave the other alone.
    @Test
    void aPolicyOfOneBaseDoesNotMoveTheFailuresOfAnother() {
        var policies =
                List.of(
                        SitePolicy.PLAIN,
                        Policies.cannibalisation(0, 1),
                        Policies.mostUrgent(),
                        Policies.replenishment(Replenishment.lots(1, 3)));
        List<String> before = List.of();
        for (SitePolicy how : policies) {
            var p = new Network.Part("p", 20 * D, 0.3, D, 0.5, 60 * D, 10, "USD");
            var net =
                    network(
                            p,
                            type(new Network.Slot("s", 0, 3, 3, 1, 1), 1),
                            2,
                            site("a", true, -1, HERE, 1, shop(2, 20, 1)).with(how),
                            site("b", true, -1, new int[] {1}, 1, shop(2, 20, 1)));
            List<String> story = tell(input(900, net, 4, 2), 1);
            assertThat(story).hasSizeGreaterThan(40);
            if (!before.isEmpty()) {
                assertThat(story).isEqualTo(before);
            }
            before = story;
        }
    }

    @Test
    void refusesPoliciesThatContradictThemselves() {
        var self = oneBase(0, Network.Shop.NONE, Policies.helpers(0));
        assertThatThrownBy(() -> play(input(10, self, 1, 1)))
                .hasMessageContaining("helper (0) of site (base) is not another site");
        var none = oneBase(0, open(1, 5, Policies.inductions(0)), SitePolicy.PLAIN);
        assertThatThrownBy(() -> play(input(10, none, 1, 1)))
                .hasMessageContaining("inductions (0.0) of site (base) must be more than 0");
        assertThatThrownBy(() -> Replenishment.lots(2, 0))
                .hasMessageContaining("lot (0) must be 1 or more");
    }

    /// Parts that lie at a base when its shop opens go there; spares bought reach the shelf on the
    /// day of delivery.
    @Test
    void carcassesInHandAndSparesOnTheirWay() {
        var shut = oneBase(0, shop(0, 10, 0), SitePolicy.PLAIN);
        var in = input(100, shut, 2, 1);
        var opens =
                new SustainInput(
                        in.endTick(),
                        List.of(
                                new SustainInput.Phase(0, shut),
                                new SustainInput.Phase(
                                        50 * DAY, oneBase(0, shop(9, 10, 0), SitePolicy.PLAIN))),
                        in.units(),
                        List.of());
        assertThat(tell(opens, 0).subList(1, 3))
                .containsExactly("DOWN NO_SHOP at 0 50.0", "DOWN IN_REPAIR at 0 10.0");
        var bought =
                new SustainInput(
                        in.endTick(),
                        in.phases(),
                        in.units(),
                        List.of(new SustainInput.Addition(30 * DAY, 0, new int[] {2}, "", 0)));
        assertThat(tell(bought, 0).get(1)).isEqualTo("DOWN NO_SHOP at 0 30.0");
    }
}
