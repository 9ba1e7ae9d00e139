package parapet.quantity;

/// What a number measures. The unit inside the product is fixed for each dimension.
public enum Dimension {
    /// A plain count: `5`. Inside: the number.
    COUNT("count", "a whole or decimal number such as 5", 1e6, "1,000,000"),
    /// A ratio: `35 %`, or an operating share such as `3000 h/year`. Inside: 0.35.
    SHARE(
            "share",
            "a share such as 35 %, or an operating time such as 3000 h/year",
            1e4,
            "1,000,000 %"),
    /// A length of time: `14 month`. Inside: seconds.
    DURATION(
            "duration",
            "a duration such as 6 h, 14 month or 12 year",
            1e6 * Measures.YEAR_SEC,
            "1,000,000 year"),
    /// A calendar date or period: `2026-05`, `2025-12..2026-03`, `FY2025-26`. Inside: days since
    /// 1970-01-01.
    DATE(
            "date",
            "a date such as 2026-05-14, 2026-05, 2026, FY2025-26 or 2025-12..2026-03",
            Double.POSITIVE_INFINITY,
            ""),
    /// An amount of money with its currency: `5.4 billion` and the code. Inside: units of that
    /// currency.
    MONEY(
            "money",
            "an amount of money with its currency, such as 5.43 billion " + Currencies.PIVOT,
            1e18,
            "1e18 of any currency"),
    /// Events or growth in time: `2 %/year`, `4 1/year`. Inside: per second.
    RATE(
            "rate",
            "a rate such as 2 %/year or 4 1/year",
            1e6 / Measures.YEAR_SEC,
            "1,000,000 1/year"),
    /// A price of one currency in another: `3.98` of one for another. Inside: the number.
    EXCHANGE("exchange rate", "an exchange rate: number, currency, /, currency", 1e12, "1e12"),
    /// A length: `120 km`. Inside: metres.
    LENGTH("length", "a length such as 120 km or 30 m", 1e8, "100,000 km"),
    /// A speed: `900 m/s`. Inside: metres per second.
    SPEED("speed", "a speed such as 250 m/s or 185 km/h", 1e5, "100 km/s"),
    /// An area: `0.1 m2`. Inside: square metres.
    AREA("area", "an area such as 0.1 m2", 1e15, "1000 million km2"),
    /// An angle: `40 deg`. Inside: radians.
    ANGLE("angle", "an angle such as 40 deg", 1e3, "1000 rad"),
    /// A frequency: `3 GHz`. Inside: hertz.
    FREQUENCY("frequency", "a frequency such as 3 GHz", 1e12, "1000 GHz"),
    /// Words.
    TEXT("text", "text", Double.POSITIVE_INFINITY, "");

    private final String label;
    private final String expected;

    private final double most;
    private final String mostWords;

    Dimension(String label, String expected, double most, String mostWords) {
        this.label = label;
        this.expected = expected;
        this.most = most;
        this.mostWords = mostWords;
    }

    /// The name in messages and pages.
    public String label() {
        return label;
    }

    /// What a reader may write, for error messages: "a duration such as 6 h, ...".
    public String expected() {
        return expected;
    }

    /// The same, with money in the currency of the reader.
    ///
    /// @param currency code of the currency in which a scenario reports
    public String expected(String currency) {
        return this == MONEY
                ? "an amount of money with its currency, such as "
                        + Currencies.example(300e6, currency)
                : expected;
    }

    /// The greatest amount, in the inner unit, that any key of this dimension takes: what lies
    /// beyond is a slip of the pen. Infinite for dates and words.
    public double most() {
        return most;
    }

    /// The greatest amount as it would be written; empty for dates and words.
    public String mostWords() {
        return mostWords;
    }
}
