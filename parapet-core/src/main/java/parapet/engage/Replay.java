package parapet.engage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A battle told again from its record alone, event by event: the state of the night after all
/// events that have been applied. Knows neither the scenario nor the engine, and refuses a record
/// that contradicts itself.
public final class Replay {
    private final Map<String, Map<String, Integer>> left = new LinkedHashMap<>();
    private final Map<String, String> ownerOf = new LinkedHashMap<>();
    private final Map<String, Integer> channels = new LinkedHashMap<>();
    private final Map<String, Integer> busy = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> tracks = new LinkedHashMap<>();
    private final Map<Integer, String> targets = new TreeMap<>();
    private final Map<Integer, Ending> endings = new TreeMap<>();
    private int night;
    private double sec;

    /// Applies the next event.
    ///
    /// @throws IllegalArgumentException if it contradicts those before
    public void apply(BattleEvent event) {
        if (event.night() != night) {
            require(event.night() == night + 1, "Nights must follow one another.", event);
            night = event.night();
            sec = 0;
            ownerOf.clear();
            channels.clear();
            busy.clear();
            tracks.clear();
            targets.clear();
            endings.clear();
        }
        require(event.sec() >= sec, "Time must not run back.", event);
        sec = event.sec();
        switch (event) {
            case BattleEvent.Stock e -> {
                Integer before =
                        left.computeIfAbsent(e.owner(), _ -> new LinkedHashMap<>())
                                .put(e.round(), e.rounds());
                require(
                        before == null || before <= e.rounds(),
                        "Rounds must not be fewer than those that were left.",
                        event);
            }
            case BattleEvent.Works e -> {
                ownerOf.put(e.unit(), e.owner());
                channels.put(e.unit(), e.channels());
                busy.put(e.unit(), 0);
            }
            case BattleEvent.Start e ->
                    require(
                            targets.put(e.threat(), e.target()) == null,
                            "A threat starts once.",
                            event);
            case BattleEvent.Track e ->
                    require(tracked(e.sensor()).add(e.threat()), "The track is there.", event);
            case BattleEvent.TrackLost e ->
                    require(tracked(e.sensor()).remove(e.threat()), "There is no track.", event);
            case BattleEvent.Decision e -> {
                int now = busy.merge(e.unit(), 1, Integer::sum);
                require(
                        now <= channels.getOrDefault(e.unit(), 0),
                        "The channels are all busy.",
                        event);
                Map<String, Integer> stock =
                        left.getOrDefault(ownerOf.getOrDefault(e.unit(), ""), Map.of());
                int rest = stock.getOrDefault(e.round(), 0) - e.rounds();
                require(rest >= 0, "There are not so many rounds.", event);
                stock.put(e.round(), rest);
            }
            case BattleEvent.ChannelFree e ->
                    require(
                            busy.merge(e.unit(), -1, Integer::sum) >= 0,
                            "No channel was busy.",
                            event);
            case BattleEvent.Failed e -> end(e.threat(), Ending.FAILED, event);
            case BattleEvent.Killed e -> end(e.threat(), Ending.KILLED, event);
            case BattleEvent.Jammed e -> end(e.threat(), Ending.JAMMED, event);
            case BattleEvent.TurnedAway e -> end(e.threat(), Ending.TURNED_AWAY, event);
            case BattleEvent.Leaked e -> end(e.threat(), Ending.LEAKED, event);
            case BattleEvent.TrackRefused _,
                    BattleEvent.Launch _,
                    BattleEvent.Reloading _,
                    BattleEvent.Reloaded _,
                    BattleEvent.Intercept _ -> {}
        }
    }

    private Set<Integer> tracked(String sensor) {
        return tracks.computeIfAbsent(sensor, _ -> new LinkedHashSet<>());
    }

    private void end(int threat, Ending ending, BattleEvent event) {
        require(targets.containsKey(threat), "The threat has not started.", event);
        require(endings.put(threat, ending) == null, "A threat ends once.", event);
        tracks.values().forEach(of -> of.remove(threat));
    }

    private static void require(boolean holds, String what, BattleEvent event) {
        if (!holds) {
            throw new IllegalArgumentException("%s Found: %s".formatted(what, event));
        }
    }

    /// The night of the last event, from 1; 0 before the first.
    public int night() {
        return night;
    }

    /// How each threat of the night has ended so far, by its number.
    public Map<Integer, Ending> endings() {
        return Collections.unmodifiableMap(endings);
    }

    /// Threats of a class that have ended so this night.
    public int ended(String target, Ending ending) {
        return (int)
                endings.entrySet().stream()
                        .filter(e ->
                                e.getValue() == ending && target.equals(targets.get(e.getKey())))
                        .count();
    }

    /// Rounds of a kind that all owners together have left.
    public int left(String round) {
        return left.values().stream().mapToInt(of -> of.getOrDefault(round, 0)).sum();
    }

    /// Channels of each working fire unit that are busy.
    public Map<String, Integer> busy() {
        return Collections.unmodifiableMap(busy);
    }

    /// Threats of which a sensor has a track.
    public Set<Integer> tracks(String sensor) {
        return Collections.unmodifiableSet(tracks.getOrDefault(sensor, Set.of()));
    }
}
