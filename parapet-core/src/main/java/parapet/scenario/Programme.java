package parapet.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.programme.ProgrammeInput;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;

/// What is bought and when it comes.
public record Programme(
        @Key("Contracts for units") Map<String, Contract> contracts,
        @Key("Single purchases of spare parts or missiles") Map<String, Purchase> purchases,
        @Key("Causes that hold up several deliveries or gates alike") Map<String, Cause> causes,
        @Key("What units wait for between their arrival and their service") Map<String, Gate> gates,
        @Key("Missiles given away or fired in training") Map<String, Withdrawal> withdrawals) {
    /// Contracts and purchases alone.
    public Programme(Map<String, Contract> contracts, Map<String, Purchase> purchases) {
        this(contracts, purchases, Map.of(), Map.of(), Map.of());
    }

    /// A contract for units: price, payments and deliveries.
    public record Contract(
            @Key(value = "Name shown to readers", sameAs = "id", example = "First contract, 2018")
                    String name,
            @Key(value = "Whether the contract exists in this plan", otherwise = "true")
                    boolean active,
            @Key(
                            value = "A caution shown wherever its figures are shown",
                            otherwise = " ",
                            example = "officials deny")
                    String caution,
            @Key(value = "Day of signature", dimension = Dimension.DATE) Quantity signed,
            @Key(
                            value =
                                    "Contract that must be delivered in full before this one is signed; `signed` is then the"
                                            + " earliest day",
                            in = "programme.contracts")
                    @Nullable String after,
            @Key(
                            value =
                                    "Chance that it is signed, as for an option; if it is not, nothing is due, comes or is paid;"
                                            + " without it, it is certain",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "60 %")
                    @Nullable Quantity chance,
            @Key("When it may be cancelled; without it, never") @Nullable Cancellation cancelled,
            @Key(
                            value = "Price of the whole contract at signature",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "5.43 billion " + Currencies.PIVOT)
                    Quantity price,
            @Key(
                            value =
                                    "Currency in which the price is fixed at the rate of the day of signature; without it, that of"
                                            + " the price",
                            example = Currencies.EXAMPLE)
                    @Nullable String settlement,
            @Key(
                            value = "Share of the price paid in advance",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "15 %")
                    Quantity advance,
            @Key(
                            value = "Time from signature to the advance payment",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 month")
                    Quantity advanceAfter,
            @Key(
                            "Other parts of the price, each due when something is reached; what is left is paid evenly on the"
                                    + " arrivals")
                    Map<String, Milestone> milestones,
            @Key(
                            value =
                                    "Yearly rise of the price, from its base day to the day on which each part of it is due;"
                                            + " 0 for a fixed price",
                            dimension = Dimension.RATE,
                            otherwise = "0 %/year",
                            example = "2..3..4 %/year")
                    Quantity escalation,
            @Key(value = "Price index by which the price rises as well", in = "money.indices")
                    @Nullable String escalationIndex,
            @Key(
                            value =
                                    "Base day: the day of whose prices the price is; without it, the day of signature",
                            dimension = Dimension.DATE)
                    @Nullable Quantity pricesOf,
            @Key(
                            value = "Chance that the payment due for one delivery is stuck",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity paymentStuck,
            @Key(
                            value =
                                    "Mean time by which a stuck payment holds up the delivery (exponential)",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "6 month")
                    Quantity paymentStuckTime,
            @Key(
                            value =
                                    "Chance that a delivery is lost or damaged on the way and must be replaced",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity lossInTransit,
            @Key(
                            value = "Mean time by which a loss holds up the delivery (exponential)",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "6 month")
                    Quantity replacementTime,
            @Key(
                            value = "Time from arrival to the first day in service",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 month",
                            example = "2..3 month")
                    Quantity deployment,
            @Key(
                            value =
                                    "Which dates hold: `promised` (due dates come true) or `expected` (what came, else forecasts and"
                                            + " their errors)",
                            otherwise = "expected")
                    Basis basis,
            @Key("The units delivered") Map<String, Delivery> deliveries) {}

    /// A day on which a contract may be cancelled: what has not arrived by then never does, what
    /// has not been paid is not paid, what has been paid stays paid.
    public record Cancellation(
            @Key(
                            value = "Chance that it is cancelled",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "100 %",
                            example = "20 %")
                    Quantity chance,
            @Key(value = "The day", dimension = Dimension.DATE) Quantity on) {}

    /// A part of the price that is due when something is reached.
    public record Milestone(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Prototype accepted")
                    String name,
            @Key(
                            value = "Share of the price",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "20 %")
                    Quantity share,
            @Key(
                            value =
                                    "What it waits for: `signature`, `date` (then `date` says which), `arrival` or `service` of a"
                                            + " unit",
                            otherwise = "signature")
                    ProgrammeInput.When when,
            @Key(
                            value =
                                    "Unit of this contract whose arrival or first day in service it waits for; without it, the"
                                            + " last one listed",
                            example = "battery-4")
                    @Nullable String unit,
            @Key(value = "The day, for `when: date`", dimension = Dimension.DATE)
                    @Nullable Quantity date,
            @Key(
                            value =
                                    "Time from then to the payment, such as the length of a warranty",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 month")
                    Quantity after) {}

    /// Which dates of a contract hold.
    public enum Basis {
        /// Due dates come true.
        PROMISED,
        /// What came, else the forecasts and their errors.
        EXPECTED
    }

    /// One unit of a contract.
    public record Delivery(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Fourth battery")
                    String name,
            @Key(value = "Type of unit", in = "catalogue.units") String type,
            @Key(value = "Site where it is based", in = "support.sites") String base,
            @Key(
                            value =
                                    "Due date: a date, or claims with promises; without it, the time of `afterSigning` without"
                                            + " slip",
                            dimension = Dimension.DATE)
                    @Nullable Quantity due,
            @Key(
                            value =
                                    "When it comes: `{foretold: KEY, slip: {...}}` for claims with forecasts, or a date",
                            dimension = Dimension.DATE)
                    @Nullable Quantity arrives,
            @Key(
                            value = "Time from signature to arrival, instead of `arrives`",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE)
                    @Nullable Quantity afterSigning,
            @Key(
                            value =
                                    "Delivery, of any contract, after whose arrival it comes, instead of `arrives`; it is"
                                            + " due as much later",
                            example = "battery-3")
                    @Nullable String follows,
            @Key(
                            value = "Time from the arrival of the delivery that it `follows`",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "6..9 month")
                    @Nullable Quantity by) {
        /// A delivery that follows no other.
        public Delivery(
                String name,
                String type,
                String base,
                @Nullable Quantity due,
                @Nullable Quantity arrives,
                @Nullable Quantity afterSigning) {
            this(name, type, base, due, arrives, afterSigning, null, null);
        }
    }

    /// A cause that deliveries and gates share: in each draw it happens for all of them or for
    /// none, and holds up each by the same time.
    public record Cause(
            @Key(value = "Name shown to readers", sameAs = "id", example = "War binds the maker")
                    String name,
            @Key(value = "Whether it can happen in this plan", otherwise = "true") boolean active,
            @Key(
                            value = "Chance that it happens",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "100 %",
                            example = "30 %")
                    Quantity chance,
            @Key(
                            value =
                                    "Day from which it acts: what is ready before is not touched; without it, all that is"
                                            + " still open",
                            dimension = Dimension.DATE)
                    @Nullable Quantity from,
            @Key(
                            value = "By how much it holds up each",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 month",
                            example = "6..12..24 month")
                    Quantity slip,
            @Key(
                            value =
                                    "Factor on the time by which the maker of each is late, such as 70 % for a penalty or a"
                                            + " priority that works",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "100 %")
                    Quantity lateness,
            @Key(value = "Contracts whose deliveries it acts on", in = "programme.contracts")
                    List<String> contracts,
            @Key(value = "Single deliveries it acts on", example = "[battery-3]")
                    List<String> deliveries,
            @Key(value = "Gates it holds up", in = "programme.gates") List<String> gates) {}

    /// Infrastructure or an acceptance without which units are in the country but not in service.
    public record Gate(
            @Key(
                            value = "Name shown to readers",
                            sameAs = "id",
                            example = "Civil works at the northern site")
                    String name,
            @Key(value = "Whether units wait for it in this plan", otherwise = "true")
                    boolean active,
            @Key(value = "Day on which it opens", dimension = Dimension.DATE) Quantity opens,
            @Key(
                            value =
                                    "What cannot begin before: `deployment`, as for buildings, or `service`, as for an"
                                            + " acceptance",
                            otherwise = "deployment")
                    Before before,
            @Key(value = "Sites whose units wait for it", in = "support.sites") List<String> sites,
            @Key(value = "Single deliveries that wait for it", example = "[battery-3]")
                    List<String> deliveries) {}

    /// What cannot begin before a gate opens.
    public enum Before {
        /// The time from arrival to service.
        DEPLOYMENT,
        /// The service itself.
        SERVICE
    }

    /// A single purchase. Spare parts go to a site, missiles to the units in service, evenly.
    public record Purchase(
            @Key(value = "Name shown to readers", sameAs = "id", example = "288 missiles, 2026")
                    String name,
            @Key(value = "Whether it is made in this plan", otherwise = "true") boolean active,
            @Key(
                            value = "Chance that it is made; without it, it is certain",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT)
                    @Nullable Quantity chance,
            @Key(value = "Day of the order, when it is paid", dimension = Dimension.DATE)
                    Quantity on,
            @Key(
                            value = "Time from one lot to the next, for `times` of more than 1",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "12 month")
                    @Nullable Quantity every,
            @Key(
                            value = "Number of lots; each has the whole budget and all the goods",
                            otherwise = "1",
                            most = 1_000)
                    int times,
            @Key(
                            value = "Time from order to arrival",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "13 month")
                    Quantity leadTime,
            @Key(
                            value =
                                    "Money spent; for missiles alone it may be left out and is then number times price",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "900 million " + Currencies.EXAMPLE)
                    @Nullable Quantity budget,
            @Key(value = "Site that gets the spare parts", in = "support.sites")
                    @Nullable String site,
            @Key(
                            value = "How the budget is split over parts: part and share",
                            in = "catalogue.parts",
                            example = "{radar: 60 %}")
                    Map<String, Share> spares,
            @Key(
                            value = "Missiles bought: missile and number",
                            in = "catalogue.missiles",
                            example = "{long: 120}")
                    Map<String, Catalogue.Load> missiles) {}

    /// Missiles that leave the stocks of the units without a raid: given away, or fired in
    /// training. They are taken evenly from the units in service, the oldest first, and never more
    /// than there are.
    public record Withdrawal(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Yearly firing")
                    String name,
            @Key(value = "Whether it happens in this plan", otherwise = "true") boolean active,
            @Key(
                            value = "Day of the first one; those before the start have happened",
                            dimension = Dimension.DATE)
                    Quantity on,
            @Key(
                            value = "Time from one to the next, for `times` of more than 1",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "12 month")
                    @Nullable Quantity every,
            @Key(value = "How many times", otherwise = "1", most = 1_000) int times,
            @Key(
                            value = "Missiles taken each time: missile and number",
                            in = "catalogue.missiles",
                            example = "{long: 8}")
                    Map<String, Catalogue.Load> missiles) {}

    /// A share of a budget.
    public record Share(
            @Key(value = "Share", dimension = Dimension.SHARE, range = Key.Range.UNIT)
                    Quantity share) {}
}
