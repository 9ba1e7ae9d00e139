package parapet.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parapet.evidence.Quantity;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.quantity.Dimension;
import parapet.quantity.Span;
import parapet.sustain.Network;
import parapet.sustain.Replenishment;
import parapet.sustain.ShopPolicy;
import parapet.sustain.SitePolicy;
import parapet.sustain.SustainInput;
import parapet.sustain.WorkTime;

/// Policies of the language as the engine gets them.
class RealiserPolicyTest {
    private static final double DAY_SEC = 86_400;

    private static Case made(Scenario scenario) {
        return Made.realiser(scenario).realise(Made.plan("p", scenario), 3);
    }

    private static Scenario with(String path, Object value) {
        return Paths.with(Made.scenario(), path, value);
    }

    private static Network.Site site(Case c, long tick, String id) {
        Network network = c.sustain().phases().getFirst().network();
        for (SustainInput.Phase phase : c.sustain().phases()) {
            network = phase.fromTick() <= tick ? phase.network() : network;
        }
        return network.sites().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private static long tick(Case c, LocalDate day) {
        return c.calendar().tick(day);
    }

    @Test
    void plainSitesStayPlain() {
        Case c = made(Made.scenario());
        assertThat(site(c, 0, "base").policy()).isSameAs(SitePolicy.PLAIN);
        assertThat(site(c, 0, "maker").shop().policy().hours()).isSameAs(WorkTime.ALWAYS);
    }

    @Test
    void aSeasonRestsTheSiteAndItsShopEachYear() {
        Case c = made(with("support.sites.maker.closed", List.of("11-15..03-31")));
        for (int year = 2026; year < 2028; year++) {
            assertThat(site(c, tick(c, LocalDate.of(year, 11, 14)), "maker").policy().rests())
                    .isFalse();
            assertThat(site(c, tick(c, LocalDate.of(year, 11, 15)), "maker").policy().rests())
                    .isTrue();
            assertThat(site(c, tick(c, LocalDate.of(year + 1, 4, 1)), "maker").policy().rests())
                    .isFalse();
            WorkTime hours = site(c, 0, "maker").shop().policy().hours();
            assertThat(hours.isOpen(tick(c, LocalDate.of(year, 11, 14)))).isTrue();
            assertThat(hours.isOpen(tick(c, LocalDate.of(year, 11, 15)))).isFalse();
            assertThat(hours.isOpen(tick(c, LocalDate.of(year + 1, 4, 1)))).isTrue();
        }
        assertThat(site(c, 0, "maker").open()).as("it goes on costing money").isTrue();
    }

    @Test
    void seasonsThatOverlapAreOne() {
        Case c =
                made(
                        with(
                                "support.sites.maker.closed",
                                List.of("12-24..01-06", "01-02..01-31", "02-01..02-10")));
        WorkTime hours = site(c, 0, "maker").shop().policy().hours();
        long eve = tick(c, LocalDate.of(2026, 12, 24));
        assertThat(hours.isOpen(eve - 1)).isTrue();
        assertThat(hours.nextChange(eve)).isEqualTo(tick(c, LocalDate.of(2027, 2, 11)));
    }

    @Test
    void aLinkIsClosedInItsSeasonAndHasDepartures() {
        var link =
                new Support.Link(
                        "base",
                        "maker",
                        Made.days("road", 45),
                        Made.share("road.s", 0.5),
                        4,
                        Made.days("every", 30),
                        List.of("06-01..08-31"));
        Case c = made(with("support.links.road", link));
        boolean[] open = new boolean[2];
        for (SustainInput.Phase phase : c.sustain().phases()) {
            Network.Link built = phase.network().links()[0][1];
            open[built.open() ? 1 : 0] = true;
            int month = c.calendar().date(phase.fromTick()).getMonthValue();
            assertThat(built.open()).isEqualTo(month < 6 || month > 8);
            assertThat(built.lot()).isEqualTo(4);
            assertThat(built.everySec()).isEqualTo(30 * DAY_SEC);
        }
        assertThat(open).containsExactly(true, true);
    }

    @Test
    void weeksBeginOnMonday() {
        Support.Shop shop = Made.shop("maker", 4, Made.days("r", 10));
        var busy =
                new Support.Shop(
                        shop.places(),
                        shop.otherWork(),
                        shop.repairTime(),
                        shop.scatter(),
                        shop.repairShare(),
                        shop.priceShare(),
                        shop.learningFactor(),
                        shop.learningTime(),
                        shop.materialShare(),
                        shop.materialTime(),
                        5,
                        List.of(),
                        Map.of(
                                "radar",
                                new Support.Work(
                                        Made.days("own", 3), null, null, null, null, null)),
                        Made.perYear("inductions", 12),
                        Support.Priority.FIXED_ORDER,
                        List.of("radar"));
        Case c = made(with("support.sites.maker.shop", busy));
        Network.Shop built = site(c, 0, "maker").shop();
        WorkTime hours = built.policy().hours();
        for (int day = 0; day < 14; day++) {
            LocalDate date = Made.START.plusDays(day);
            assertThat(hours.isOpen(tick(c, date)))
                    .as("%s", date)
                    .isEqualTo(date.getDayOfWeek().getValue() <= 5);
        }
        assertThat(built.policy().inductionsPerSec() * 365.2425 * DAY_SEC)
                .isCloseTo(12, within(1e-9));
        assertThat(built.policy().priority()).isEqualTo(ShopPolicy.Priority.FIXED_ORDER);
        ShopPolicy.Work work = built.policy().work()[0];
        assertThat(work == null ? -1 : work.repairSec()).isEqualTo(3 * DAY_SEC);
        assertThat(work == null ? -1 : work.scatter()).as("as for the others").isEqualTo(1);
    }

    @Test
    void rulesOfASiteReachTheEngine() {
        Support.Site base = Made.site("base", true, "maker", List.of("maker"), null, null);
        var ruled =
                new Support.Site(
                        base.name(),
                        true,
                        "",
                        null,
                        Map.of(),
                        null,
                        null,
                        false,
                        "maker",
                        List.of("maker"),
                        null,
                        Map.of(),
                        null,
                        base.investment(),
                        base.yearlyCost(),
                        List.of(),
                        new Support.Crews(Made.count("crews", 3), 6, List.of()),
                        Support.Issue.MOST_URGENT,
                        List.of("depot"),
                        Map.of(
                                "radar",
                                new Support.Policy(
                                        Made.count("point", 2),
                                        Made.count("lot", 5),
                                        null,
                                        Made.count("reserve", 1),
                                        null)),
                        new Support.Cannibalisation(true, Made.days("move", 2)));
        Case c = made(with("support.sites.base", ruled));
        SitePolicy policy = site(c, 0, "base").policy();
        assertThat(policy.crews()).isEqualTo(3);
        assertThat(policy.crewHours().share()).isEqualTo(6 / 7.0);
        assertThat(policy.mostUrgent()).isTrue();
        assertThat(policy.helpers()).containsExactly(2);
        assertThat(policy.reserve()).containsExactly(1);
        assertThat(policy.replenishment()).containsExactly(Replenishment.lots(2, 5));
        assertThat(policy.cannibalise()).isTrue();
        assertThat(policy.moveSec()).isEqualTo(2 * DAY_SEC);
    }

    @Test
    void tasksReachTheEngine() {
        var task =
                new Catalogue.Task(
                        "Check",
                        null,
                        null,
                        Made.days("grace", 10),
                        true,
                        Map.of(
                                "maker",
                                new Catalogue.TaskSite(
                                        1,
                                        Made.days("time", 20),
                                        Made.usd("price", 0),
                                        Made.perYear("ind", 2))),
                        Made.days("use", 300),
                        new Catalogue.Findings(Made.share("found", 0.3), Made.days("more", 40)),
                        Map.of("radar", new Catalogue.Spares(Made.count("uses", 2))),
                        1,
                        true,
                        Made.days("together", 100),
                        Made.share("lost", 0.01));
        Case c = made(with("catalogue.units.squadron.tasks", Map.of("check", task)));
        Network.Task built =
                c.sustain().phases().getFirst().network().types().getFirst().tasks().getFirst();
        assertThat(built.everySec()).isInfinite();
        assertThat(built.policy().useSec()).isEqualTo(300 * DAY_SEC);
        assertThat(built.policy().findings()).isEqualTo(0.3);
        assertThat(built.policy().findingsSec()).isEqualTo(40 * DAY_SEC);
        assertThat(built.policy().parts()).containsExactly(2);
        assertThat(built.policy().crews()).isEqualTo(1);
        assertThat(built.policy().renews()).isTrue();
        assertThat(built.policy().togetherSec()).isEqualTo(100 * DAY_SEC);
        assertThat(built.policy().lostShare()).isEqualTo(0.01);
        assertThat(built.at().getFirst().inductionsPerSec() * 365.2425 * DAY_SEC)
                .isCloseTo(2, within(1e-9));
    }

    /// Both are paid on the day of the order and are there a lead time later.
    @Test
    void goodsArePaidWhenOrderedAndComeLater() {
        var on = LocalDate.of(2027, 3, 1);
        var buy = new Support.LastTimeBuy(Made.day("ltb", on), Made.count("n", 7));
        var policy = new Support.Policy(null, null, null, Made.count("r", 0), buy);
        Case c = made(with("support.sites.base.policies", Map.of("radar", policy)));
        SustainInput.Addition last = c.sustain().additions().getLast();
        assertThat(c.calendar().date(last.tick())).isEqualTo(on.plusDays(300));
        assertThat(last.spares()).containsExactly(7);
        assertThat(c.outlays()).hasSize(1);
        assertThat(c.outlays().getFirst().cause()).isEqualTo(MoneyCause.SPARES);
        assertThat(c.calendar().date(c.outlays().getFirst().tick())).isEqualTo(on);
        assertThat(c.outlays().getFirst().amount()).isCloseTo(14e6, within(1e-6));

        var purchase =
                new Programme.Purchase(
                        "Spares",
                        true,
                        null,
                        Made.day("on", on),
                        null,
                        1,
                        Made.days("lead", 120),
                        new Quantity(
                                "budget",
                                Dimension.MONEY,
                                null,
                                new Quantity.Stated(Span.of(9e6, "USD"))),
                        "base",
                        Map.of("radar", new Programme.Share(Made.share("all", 1))),
                        new LinkedHashMap<>());
        Case bought = made(with("programme.purchases", Map.of("spares", purchase)));
        assertThat(bought.calendar().date(bought.programme().purchases().getFirst().tick()))
                .as("contract")
                .isEqualTo(on);
        SustainInput.Addition there = bought.sustain().additions().getFirst();
        assertThat(there.tick() - tick(bought, on)).as("delivery").isEqualTo(120 * Calendar.DAY);
        assertThat(there.spares()).as("9 million buy four of 2 million").containsExactly(4);
    }
}
