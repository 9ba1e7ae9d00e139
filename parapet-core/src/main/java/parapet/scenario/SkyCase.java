package parapet.scenario;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.engage.BattleInput;
import parapet.radar.SiteView;

/// The sky of a Case: who could see and fight, the raids, and how far radars and rounds reach.
///
/// @param owners units that may come, the groups of the plan, and groups that only defend alone
/// @param together how many of them, from the first, take part in ordinary raids and cover sky
/// @param rounds keys of the kinds of round, in the order of the interceptors of every battle
/// @param targets keys of the classes of target, in the order of the classes of every battle
/// @param assets keys of the defended assets, in the order of the assets of every battle
/// @param kinds where each asset lies beside the units that the plan gets
/// @param stations where those stand that have alternatives, by key of the site or group: one
///   place, the same for all plans of a draw
/// @param raids the raids and the members of families, by key, in the order of the scenario
/// @param maker makes further members of the families
/// @param coverage what is needed for covered sky, null when no covering class is named
public record SkyCase(
        List<Owner> owners,
        int together,
        List<String> rounds,
        List<String> targets,
        List<String> assets,
        List<PlaceKind> kinds,
        Map<String, String> stations,
        List<RaidCase> raids,
        RaidMaker maker,
        @Nullable Coverage coverage) {
    public SkyCase {
        assets = List.copyOf(assets);
        kinds = List.copyOf(kinds);
        stations = Collections.unmodifiableMap(new LinkedHashMap<>(stations));
        owners = List.copyOf(owners);
        rounds = List.copyOf(rounds);
        targets = List.copyOf(targets);
        raids = List.copyOf(raids);
    }

    /// The units that the plan gets and the groups that exist in it, by key, in order.
    public List<String> existing() {
        return owners.subList(0, together).stream().filter(Owner::comes).map(Owner::id).toList();
    }

    /// The raid with a key.
    ///
    /// @throws IllegalArgumentException if there is none
    public RaidCase raid(String id) {
        return raids.stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The raid (%s) is not known.".formatted(id)));
    }

    /// A unit or a group of batteries.
    ///
    /// @param id key
    /// @param unit index of the unit in the sustainment input; -1 for a group, or a unit that does
    ///   not come in this plan
    /// @param group whether it is a group
    /// @param full batteries that fight when it is full (a group: all of them)
    /// @param degraded batteries that fight when it is degraded
    /// @param loads what it fires, by missile; a group has one stock of its own
    /// @param ready probability that one battery of a group is ready
    /// @param fromTick tick from which a group exists; 0 for units, whose history tells it
    public record Owner(
            String id,
            int unit,
            boolean group,
            int full,
            int degraded,
            List<Load> loads,
            double ready,
            long fromTick) {
        public Owner {
            loads = List.copyOf(loads);
        }

        /// Whether it is a group, or a unit that the plan gets.
        public boolean comes() {
            return group || unit >= 0;
        }

        /// Rounds of a full load by kind, of all missiles together.
        public int[] load() {
            var sum = new int[loads.getFirst().rounds().length];
            for (Load load : loads) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += load.rounds()[i];
                }
            }
            return sum;
        }
    }

    /// The rounds that are made of one missile of the catalogue.
    ///
    /// @param missile key of the missile, empty for the stock of a group
    /// @param rounds rounds of a full load by kind
    /// @param shares share of the missile by kind of round, sum 1, or all 0 when no launcher fires
    ///   it
    public record Load(String missile, int[] rounds, double[] shares) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Load(var m, var r, var s)
                    && missile.equals(m)
                    && Arrays.equals(rounds, r)
                    && Arrays.equals(shares, s);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * missile.hashCode() + Arrays.hashCode(rounds))
                    + Arrays.hashCode(shares);
        }

        /// Rounds by kind of a stock of this missile, in the proportions of the load.
        public int[] of(double stock) {
            int full = Arrays.stream(rounds).sum();
            var of = new int[rounds.length];
            for (int i = 0; i < of.length; i++) {
                of[i] = (int) Math.round(full > 0 ? rounds[i] * stock / full : shares[i] * stock);
            }
            return of;
        }
    }

    /// A raid.
    ///
    /// @param id key
    /// @param content all that decides its battles but readiness and chance: two cases of one draw
    ///   with equal content share them
    /// @param input who may fight, with what, and the raid
    /// @param owners the owners that take part: indices into those of the sky, in the order of the
    ///   owners of the input
    /// @param alone whether they are groups that defend alone, ready and fully loaded
    /// @param family whether it is the member of a family
    public record RaidCase(
            String id,
            Object content,
            BattleInput input,
            List<Integer> owners,
            boolean alone,
            boolean family) {
        public RaidCase {
            owners = List.copyOf(owners);
        }
    }

    /// What is needed for covered sky. A post is a search radar of an owner at a place, with the
    /// batteries that stand there; owners that defend alone have none.
    ///
    /// @param posts the posts, owner by owner
    /// @param seenM range at which the search radar sees the covering class with probability one
    ///   half, `seen[post][height]`, m
    /// @param reachedM range within which a round of the post can reach it, 0 above its ceiling
    public record Coverage(List<Post> posts, double[][] seenM, double[][] reachedM) {
        public Coverage {
            posts = List.copyOf(posts);
        }

        /// The views of the posts.
        public List<SiteView> views() {
            return posts.stream().map(Post::view).toList();
        }

        /// The views of the posts in the sectors of their batteries.
        public List<SiteView> sectorViews() {
            return posts.stream().map(Post::sectorView).toList();
        }
    }

    /// A search radar at a place.
    ///
    /// @param owner index of the owner
    /// @param battery number of its first battery there: the post works when more batteries work
    /// @param radar key of the radar
    /// @param view what is seen from there
    /// @param sectorView what of it lies in the sector in which the batteries there engage
    public record Post(int owner, int battery, String radar, SiteView view, SiteView sectorView) {}
}
