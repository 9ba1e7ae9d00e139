package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static parapet.sustain.Cases.DAY;
import static parapet.sustain.Cases.NOWHERE;
import static parapet.sustain.Cases.fromTheStart;
import static parapet.sustain.Cases.input;
import static parapet.sustain.Cases.network;
import static parapet.sustain.Cases.part;
import static parapet.sustain.Cases.site;
import static parapet.sustain.Cases.type;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;

/// Help between sites comes to an end: no goods go round, and nobody orders without end.
class LateralSupplyTest {
    private static final Network.Slot ONE = new Network.Slot("s", 0, 1, 1, 0, 1);

    private static SitePolicy policy(Replenishment rule, Integer... helpers) {
        return new SitePolicy(
                false,
                SitePolicy.AMPLE,
                WorkTime.ALWAYS,
                false,
                List.of(helpers),
                new int[0],
                new Replenishment[] {rule},
                false,
                0);
    }

    private static Network.Site base(String id, int supplier, int stock, SitePolicy how) {
        return site(id, true, supplier, NOWHERE, stock, Network.Shop.NONE).with(how);
    }

    private static Run play(SustainInput in) {
        return Sustainment.play(
                in, fromTheStart(in), new Streams(1, 0, 0), new Ledger(), Audit.FULL);
    }

    /// Scraps all that fail.
    private static Network.Part scrapped(double mtbf) {
        return new Network.Part("p", mtbf * Cases.D, 0, 0, 1, 20 * Cases.D, 10, "USD");
    }

    @Test
    void aDepotDoesNotAskABaseForWhatTheBaseItselfHasOrdered() {
        var net =
                network(
                        scrapped(10),
                        type(ONE, 0),
                        0,
                        base("base", 1, 1, policy(Replenishment.upTo(1, 5))),
                        base("depot", -1, 0, Policies.helpers(0)));
        Run run = play(input(100, net, 1, 1));
        assertThat(run.tally.lent[1]).isZero();
        assertThat(run.tally.ordered[0]).isLessThan(50);
    }

    @Test
    void aDepotAsksAnotherBaseForWhatItsOwnUnitsNeed() {
        var net =
                network(
                        scrapped(10),
                        type(ONE, 0),
                        1,
                        base("depot", -1, 0, Policies.helpers(1)),
                        base("base", 0, 3, policy(Replenishment.lots(0, 2))));
        Run run = play(input(60, net, 1, 1));
        assertThat(run.tally.lent[0]).isPositive();
    }

    @Test
    void ordersThatWouldComeRoundThroughTwoDepotsAreNotHelpedWith() {
        var net =
                network(
                        scrapped(10),
                        type(ONE, 0),
                        0,
                        base("a", 2, 1, policy(Replenishment.upTo(0, 4))),
                        base("b", 3, 1, policy(Replenishment.upTo(0, 4))),
                        base("depot of a", -1, 0, Policies.helpers(1)),
                        base("depot of b", -1, 0, Policies.helpers(0)));
        Run run = play(input(100, net, 2, 2));
        assertThat(run.tally.ordered[0]).isLessThan(100);
    }

    @Test
    void ordersThatClimbFromDepotToDepotAreNotHelpedWithFromBelow() {
        var net =
                network(
                        scrapped(10),
                        type(ONE, 0),
                        0,
                        base("base", 1, 2, policy(Replenishment.upTo(1, 5))),
                        base("depot", 2, 1, policy(Replenishment.upTo(1, 6))),
                        base("maker", -1, 0, Policies.helpers(0)));
        Run run = play(input(200, net, 1, 1));
        assertThat(run.tally.lent[2]).isZero();
        assertThat(run.tally.ordered[0]).isLessThan(100);
    }

    @Test
    void aDepotAsksAnotherDepotForWhatItsBasesHaveOrdered() {
        var net =
                network(
                        part(1),
                        type(ONE, 0),
                        0,
                        base("base", 1, 0, SitePolicy.PLAIN),
                        base("depot", -1, 0, Policies.helpers(2)),
                        base("other", -1, 3, SitePolicy.PLAIN));
        Run run = play(input(50, net, 1, 1));
        assertThat(run.tally.lent[1]).isEqualTo(3);
    }

    @Test
    void twoSitesWhoseOrdersCannotLeaveDoNotSendTheSameSpareToAndFro() {
        var open =
                network(
                        scrapped(2),
                        type(ONE, 0),
                        0,
                        base("a", -1, 1, Policies.helpers(1)),
                        base("b", -1, 1, Policies.helpers(0)),
                        base("far of a", 0, 1, SitePolicy.PLAIN),
                        base("far of b", 1, 1, SitePolicy.PLAIN));
        Network.Link[][] links = Cases.links(4, 0);
        links[0][2] = new Network.Link(0, 0, false);
        links[2][0] = links[0][2];
        links[1][3] = links[0][2];
        links[3][1] = links[0][2];
        var net = new Network(open.parts(), open.types(), open.sites(), links, open.production());
        var in = input(300, net, 2, 1);
        var far =
                new SustainInput(
                        in.endTick(),
                        in.phases(),
                        List.of(
                                new SustainInput.Unit("u0", 0, 2),
                                new SustainInput.Unit("u1", 0, 3)),
                        List.of());
        Run run = play(far);
        assertThat(run.tally.lent[0] + run.tally.lent[1]).isZero();
        assertThat(run.tally.events).isLessThan(100);
        assertThat(run.history.size()).isPositive();
        assertThat(far.endTick()).isEqualTo(300 * DAY);
    }
}
