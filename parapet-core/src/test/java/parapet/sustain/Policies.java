package parapet.sustain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Policies that are plain but for one thing.
final class Policies {
    private static final SitePolicy SITE = SitePolicy.PLAIN;
    private static final ShopPolicy SHOP = ShopPolicy.PLAIN;

    private Policies() {}

    static SitePolicy crews(int number, WorkTime hours) {
        return new SitePolicy(
                false, number, hours, false, List.of(), new int[0], SITE.replenishment(), false, 0);
    }

    static SitePolicy helpers(Integer... from) {
        return site(false, List.of(from), new int[0], SITE.replenishment());
    }

    static SitePolicy reserve(int... byPart) {
        return site(false, List.of(), byPart.clone(), SITE.replenishment());
    }

    static SitePolicy replenishment(@Nullable Replenishment... byPart) {
        return site(false, List.of(), new int[0], byPart.clone());
    }

    static SitePolicy mostUrgent() {
        return site(true, List.of(), new int[0], SITE.replenishment());
    }

    static SitePolicy cannibalisation(double moveSec) {
        return cannibalisation(moveSec, SitePolicy.AMPLE);
    }

    static SitePolicy cannibalisation(double moveSec, int crews) {
        return new SitePolicy(
                false,
                crews,
                WorkTime.ALWAYS,
                false,
                List.of(),
                new int[0],
                SITE.replenishment(),
                true,
                moveSec);
    }

    static SitePolicy resting() {
        return new SitePolicy(
                true,
                SitePolicy.AMPLE,
                WorkTime.ALWAYS,
                false,
                List.of(),
                new int[0],
                SITE.replenishment(),
                false,
                0);
    }

    private static SitePolicy site(
            boolean mostUrgent,
            List<Integer> helpers,
            int[] reserve,
            @Nullable Replenishment[] replenishment) {
        return new SitePolicy(
                false,
                SitePolicy.AMPLE,
                WorkTime.ALWAYS,
                mostUrgent,
                helpers,
                reserve,
                replenishment,
                false,
                0);
    }

    static ShopPolicy hours(WorkTime when) {
        return new ShopPolicy(
                when, SHOP.inductionsPerSec(), SHOP.priority(), SHOP.rank(), SHOP.work());
    }

    static ShopPolicy inductions(double perSec) {
        return new ShopPolicy(SHOP.hours(), perSec, SHOP.priority(), SHOP.rank(), SHOP.work());
    }

    static ShopPolicy priority(ShopPolicy.Priority which, int... order) {
        return new ShopPolicy(
                SHOP.hours(), SHOP.inductionsPerSec(), which, order.clone(), SHOP.work());
    }

    static ShopPolicy work(ShopPolicy.@Nullable Work... byPart) {
        return new ShopPolicy(
                SHOP.hours(),
                SHOP.inductionsPerSec(),
                SHOP.priority(),
                SHOP.rank(),
                byPart.clone());
    }
}
