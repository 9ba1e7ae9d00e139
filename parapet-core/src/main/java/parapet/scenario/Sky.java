package parapet.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;

/// The sky and what flies in it: places, radars, batteries, targets and notional raids.
///
/// Everything is public and notional, at engagement level; places are regions, given to half a
/// degree.
public record Sky(
        @Key(
                        value =
                                "Elevation of the user beside the scenario: files (.hgt, .hgt.gz, GeoTIFF, ENVI), folders of them and"
                                        + " patterns, the finest counts; elsewhere, and without any, the default terrain of 5 arc-minutes",
                        example = "[tiles/*.tif, N31E074.hgt]")
                List<String> terrain,
        @Key(
                        value =
                                "Effective earth factor of refraction: rays are straight over an earth whose radius is so many"
                                        + " times its own",
                        dimension = Dimension.COUNT,
                        range = Key.Range.POSITIVE,
                        otherwise = "1.33",
                        example = "1.25..1.4..1.66")
                Quantity refraction,
        @Key(
                        value = "How far from a battery its sky is mapped",
                        dimension = Dimension.LENGTH,
                        range = Key.Range.POSITIVE,
                        otherwise = "600 km")
                Quantity reach,
        @Key(
                        value = "Target for which covered sky is counted",
                        in = "sky.targets",
                        example = "fighter")
                @Nullable String covering,
        @Key(
                        value =
                                "Whether a track of any working radar serves every battery; otherwise only those of its own"
                                        + " unit or group do",
                        otherwise = "true")
                boolean sharedPicture,
        @Key(
                        value =
                                "Whether batteries know at what others are firing, and may leave a target to them",
                        otherwise = "true")
                boolean coordinatedFire,
        @Key("Regions with a notional point each") Map<String, Place> places,
        @Key("Radars by their public figures") Map<String, RadarType> radars,
        @Key("Classes of target") Map<String, Target> targets,
        @Key("Kinds of round by their public figures") Map<String, Round> rounds,
        @Key("Types of battery: the smallest thing that can engage by itself")
                Map<String, Battery> batteries,
        @Key("Other batteries than those of units, such as close-in layers")
                Map<String, Group> groups,
        @Key(
                        value =
                                "Rounds held behind the batteries of the plan and sent to them between the nights of a raid;"
                                        + " without any, nothing is supplied",
                        in = "sky.rounds")
                Map<String, Supply> depot,
        @Key("What is defended: groups at region grain, with a notional value") @Stress
                Map<String, DefendedAsset> assets,
        @Key("Notional raids that stress the defence") @Stress Map<String, Raid> raids,
        @Key("Families of notional raids: one member for each draw, the same for all plans") @Stress
                Map<String, RaidFamily> families) {

    /// A region and the notional point that stands for it.
    public record Place(
            @Key(value = "Name shown to readers", sameAs = "id", example = "North-west (notional)")
                    String name,
            @Key(
                            value = "Latitude of the notional point, a multiple of half a degree",
                            dimension = Dimension.ANGLE,
                            example = "31 deg")
                    Quantity latitude,
            @Key(
                            value = "Longitude of the notional point, a multiple of half a degree",
                            dimension = Dimension.ANGLE,
                            example = "75 deg")
                    Quantity longitude) {}

    /// A radar by one range at which it detects one target; the radar equation gives every other.
    public record RadarType(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Acquisition radar")
                    String name,
            @Key(
                            value = "Range at which the target of the next key is detected",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            example = "600 km")
                    Quantity detects,
            @Key(
                            value = "Radar cross section of that target",
                            dimension = Dimension.AREA,
                            range = Key.Range.POSITIVE,
                            example = "10 m2")
                    Quantity crossSection,
            @Key(
                            value = "Probability with which one look detects it there",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "80 %")
                    Quantity probability,
            @Key(
                            value = "Probability of a false alarm in one cell and look",
                            dimension = Dimension.COUNT,
                            range = Key.Range.UNIT,
                            otherwise = "0.000001")
                    Quantity falseAlarm,
            @Key(
                            value =
                                    "Carrier frequency, for the loss in moist air; without it, no loss is counted",
                            dimension = Dimension.FREQUENCY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 GHz",
                            example = "3 GHz")
                    Quantity frequency,
            @Key(
                            value = "Range beyond which nothing is reported",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            sameAs = "detects")
                    Quantity most,
            @Key(
                            value = "Height of the antenna above the ground",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "10 m")
                    Quantity antenna,
            @Key(
                            value = "Time between two looks at a target",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            otherwise = "10 s")
                    Quantity scan,
            @Key(
                            value = "Detections that start a track",
                            range = Key.Range.POSITIVE,
                            otherwise = "3")
                    int confirm,
            @Key(
                            value = "Number of looks within which they must fall",
                            range = Key.Range.POSITIVE,
                            otherwise = "5")
                    int of,
            @Key(
                            value = "Tracks held at once",
                            dimension = Dimension.COUNT,
                            range = Key.Range.POSITIVE,
                            otherwise = "300")
                    Quantity tracks) {}

    /// A class of target.
    public record Target(
            @Key(value = "Name shown to readers", sameAs = "id", example = "One-way drone")
                    String name,
            @Key(
                            value = "Speed over the ground; not used for a ballistic target",
                            dimension = Dimension.SPEED,
                            range = Key.Range.POSITIVE,
                            otherwise = "250 m/s")
                    Quantity speed,
            @Key(
                            value = "Height; not used for a ballistic target",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1000 m")
                    Quantity height,
            @Key(
                            value =
                                    "Whether the height is above the ground (terrain following) or above sea level; above sea level, ground that rises is cleared by the height itself, at most by 30 m",
                            otherwise = "false")
                    boolean aboveGround,
            @Key(
                            value =
                                    "Ground range of a ballistic arc of least speed; a target with one flies it",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            example = "300 km")
                    @Nullable Quantity arc,
            @Key(
                            value = "Mean radar cross section",
                            dimension = Dimension.AREA,
                            range = Key.Range.POSITIVE,
                            example = "0.1 m2")
                    Quantity crossSection,
            @Key(
                            value = "Price of one, for the cost exchange",
                            dimension = Dimension.MONEY,
                            currency = Currencies.PIVOT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity price,
            @Key(
                            value =
                                    "Share of those about to get through that jamming makes miss what they are aimed at",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity jammed,
            @Key(
                            value = "Share that fails by itself on the way",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity fails,
            @Key(
                            "What it releases at a distance from what it is aimed at, before it turns away; without it, it flies"
                                    + " on to the end")
                    @Stress
                    @Nullable Release release) {}

    /// What an aircraft releases at a distance. It is there only if the aircraft came so far; the
    /// aircraft itself then gets no farther and harms nothing.
    @Stress
    public record Release(
            @Key(
                            value =
                                    "How far from what it is aimed at along the ground, taken to the nearest 5 km",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            example = "60..80..120 km")
                    Quantity distance,
            @Key(value = "Class of what is released", in = "sky.targets") String target,
            @Key(
                            value = "How many",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1",
                            example = "2")
                    Quantity count) {}

    /// A kind of round.
    public record Round(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Long-range interceptor")
                    String name,
            @Key(
                            value = "Least slant range of an intercept",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 km")
                    Quantity least,
            @Key(
                            value = "Greatest slant range of an intercept",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            example = "120 km")
                    Quantity most,
            @Key(
                            value = "Least height of an intercept above the ground",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "10 m")
                    Quantity lowest,
            @Key(
                            value = "Greatest height of an intercept above sea level",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            example = "30 km")
                    Quantity highest,
            @Key(
                            value = "Mean speed over the flight",
                            dimension = Dimension.SPEED,
                            range = Key.Range.POSITIVE,
                            example = "1200 m/s")
                    Quantity speed,
            @Key(
                            value = "Price of one, for the cost exchange",
                            dimension = Dimension.MONEY,
                            currency = Currencies.PIVOT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity price,
            @Key(value = "What it is used against, and how well", in = "sky.targets")
                    Map<String, Against> against) {}

    /// A kind of round against a class of target.
    public record Against(
            @Key(
                            value = "Single-shot kill probability",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "70 %")
                    Quantity kill,
            @Key(
                            value = "Greatest slant range against this class, when it is less",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            example = "60 km")
                    @Nullable Quantity most) {}

    /// A type of battery.
    public record Battery(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Battery") String name,
            @Key(value = "Radar that finds and follows targets", in = "sky.radars") String search,
            @Key(value = "Radar that engages them", in = "sky.radars") String engage,
            @Key(
                            value =
                                    "Width of the sector in which the engagement radar works, one number; its group or base says where that faces; left out, all round",
                            dimension = Dimension.ANGLE,
                            range = Key.Range.POSITIVE,
                            example = "120 deg")
                    @Nullable Quantity sector,
            @Key(
                            value = "Targets engaged at once",
                            dimension = Dimension.COUNT,
                            range = Key.Range.POSITIVE,
                            example = "6")
                    Quantity channels,
            @Key(
                            value = "Time from decision to launch",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "10 s")
                    Quantity reaction,
            @Key(
                            value = "Time from the intercept to the look that tells whether it hit",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "5 s")
                    Quantity assessment,
            @Key(value = "Rounds fired at each look", range = Key.Range.POSITIVE, otherwise = "1")
                    int salvo,
            @Key(
                            value =
                                    "Looks: how often one target is fired at before the battery gives up",
                            range = Key.Range.POSITIVE,
                            otherwise = "2")
                    int looks,
            @Key(value = "Its launchers by kind of round, the preferred first", in = "sky.rounds")
                    Map<String, Launchers> launchers) {}

    /// Launchers of a battery for one kind of round.
    public record Launchers(
            @Key(value = "Launchers", range = Key.Range.POSITIVE, example = "8") int count,
            @Key(value = "Rounds on each", range = Key.Range.POSITIVE, example = "4") int each,
            @Key(
                            value = "Time to reload an empty launcher",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "60 min")
                    Quantity reload,
            @Key(
                            value =
                                    "Share of the missile that is of this kind, where several launchers fire the same missile",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "100 %")
                    Quantity share,
            @Key(
                            value =
                                    "Missile of the unit that it fires; left out, the missile with the same id as the round,"
                                            + " or the only one that the unit carries",
                            in = "catalogue.missiles",
                            example = "long")
                    @Nullable String missile) {
        /// The missile that is fired from a unit that carries some; null when nothing says which.
        ///
        /// @param round id of the kind of round
        /// @param carried the missiles of the unit
        public @Nullable String fires(String round, Collection<String> carried) {
            if (missile != null) {
                return missile;
            }
            return carried.contains(round)
                    ? round
                    : carried.size() == 1 ? carried.iterator().next() : null;
        }
    }

    /// Batteries that do not belong to a unit: close-in layers and the like.
    public record Group(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Close-in layer, west")
                    String name,
            @Key(value = "Whether the group exists in this plan", otherwise = "true")
                    boolean active,
            @Key(value = "Type of battery", in = "sky.batteries") String battery,
            @Key(
                            value = "Number of batteries",
                            dimension = Dimension.COUNT,
                            range = Key.Range.POSITIVE,
                            otherwise = "1",
                            example = "18..24..36")
                    Quantity count,
            @Key(value = "Where it stands", in = "sky.places") @Nullable String place,
            @Key(
                            value =
                                    "Places instead of one, with weights: each draw takes one, the same for all plans",
                            in = "sky.places",
                            example = "{north: 3, west: 1}")
                    Map<String, Station.Alternative> alternatives,
            @Key("Instead of a place, how the defender chooses one") Station.@Nullable Rule rule,
            @Key(
                            value =
                                    "Bearing of the middle of the sector of its batteries, from north through east",
                            dimension = Dimension.ANGLE,
                            example = "285 deg")
                    @Nullable Quantity faces,
            @Key(
                            value =
                                    "Whether each battery takes an alternative, or follows the rule, by itself",
                            otherwise = "false")
                    boolean apart,
            @Key(
                            value = "Rounds of each battery: kind and number",
                            in = "sky.rounds",
                            example = "{short: 48}")
                    Map<String, Catalogue.Load> rounds,
            @Key(
                            value = "Probability that a battery is ready at any time",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "80 %")
                    Quantity ready,
            @Key(
                            value =
                                    "Day from which the group exists; without it, from the first day",
                            dimension = Dimension.DATE)
                    @Nullable Quantity from,
            @Key(
                            value = "Price of the whole group, paid on that day",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity price,
            @Key(
                            value = "Yearly cost of the whole group while it exists",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity yearlyCost) {}

    /// Rounds of one kind held behind the batteries.
    public record Supply(
            @Key(
                            value = "Rounds held when a raid begins",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "200")
                    Quantity held,
            @Key(
                            value = "Most rounds sent after one night, to all together",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "40")
                    Quantity perNight,
            @Key(
                            value =
                                    "Nights from the one after which they are sent to the one they are there for",
                            range = Key.Range.POSITIVE,
                            otherwise = "1")
                    int delay,
            @Key(
                            value =
                                    "Day on which they are paid; the first simulated day where none is given",
                            dimension = Dimension.DATE)
                    @Nullable Quantity paid,
            @Key(
                            value = "Price of one round in the depot; each of those held is paid",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity price) {}

    /// A notional raid: an input that stresses a defence.
    @Stress
    public record Raid(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Mixed raid, two sides")
                    String name,
            @Key(value = "What it stands for, and after which public figures", otherwise = " ")
                    String about,
            @Key(value = "Nights on which it comes", range = Key.Range.POSITIVE, otherwise = "1")
                    int nights,
            @Key("What comes, from where and when") Map<String, Wave> waves,
            @Key(
                            value =
                                    "Groups that defend, ready and alone; without any, the units of the plan and its active"
                                            + " groups",
                            in = "sky.groups")
                    List<String> defendedBy,
            @Key(
                            value =
                                    "Share stopped of each class as reported for the raid after which this one is made: shown"
                                            + " beside the model, never fitted",
                            in = "sky.targets")
                    Map<String, Reported> reported,
            @Key(
                            value =
                                    "Range of all radars while it comes, as a share of theirs in quiet: jamming",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "100 %")
                    Quantity radarRange) {}

    /// Targets of one class from one side.
    @Stress
    public record Wave(
            @Key(value = "Class of target", in = "sky.targets") String target,
            @Key(
                            value = "How many",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "300..350..400")
                    Quantity count,
            @Key(
                            value =
                                    "Share of these that are decoys: seen and shot at alike, and harmless",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity decoys,
            @Key(
                            value =
                                    "Region at which they are aimed, where nothing there has a value",
                            in = "sky.places")
                    @Nullable String toward,
            @Key(value = "Asset at which they are aimed", in = "sky.assets", example = "bases")
                    @Nullable String aim,
            @Key(
                            value =
                                    "Bearing from that region to where they come from, from north through east",
                            dimension = Dimension.ANGLE,
                            example = "270 deg")
                    Quantity bearing,
            @Key(
                            value = "Width of the sector from which they come",
                            dimension = Dimension.ANGLE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "30 deg")
                    Quantity width,
            @Key(
                            value = "Ways on which they spread evenly over that sector",
                            range = Key.Range.POSITIVE,
                            otherwise = "5")
                    int lanes,
            @Key(
                            value = "How far out they begin",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            otherwise = "300 km")
                    Quantity distance,
            @Key(
                            value = "When the first begins",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 s")
                    Quantity after,
            @Key(
                            value = "Time over which they begin, evenly at random",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "10 min")
                    Quantity within) {}

    /// What was reported of a real raid.
    @Stress
    public record Reported(
            @Key(
                            value = "Share stopped",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "{claims: analogue-drones}")
                    Quantity stopped) {}
}
