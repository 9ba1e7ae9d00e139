package parapet.study;

/// Why a unit is not full in some fiscal year, as one whole number, so that days are summed up
/// without an object for each: fiscal year, state, reason, part, site, in this order from the
/// highest bits. Numbers sort in that order too.
final class Spell {
    private static final int SITE_BITS = 18;
    private static final int PART_BITS = 20;
    private static final int REASON_BITS = 8;
    private static final int STATE_BITS = 4;
    private static final int PART_AT = SITE_BITS;
    private static final int REASON_AT = PART_AT + PART_BITS;
    private static final int STATE_AT = REASON_AT + REASON_BITS;
    private static final int YEAR_AT = STATE_AT + STATE_BITS;

    private Spell() {}

    /// A cause without a year.
    ///
    /// @param state ordinal
    /// @param reason ordinal, -1 for none
    /// @param part index, -1 for none
    /// @param site index, -1 for none
    /// @throws IllegalArgumentException if one is too large to be held
    static long of(int state, int reason, int part, int site) {
        return held(state, STATE_BITS, STATE_AT)
                | held(reason + 1, REASON_BITS, REASON_AT)
                | held(part + 1, PART_BITS, PART_AT)
                | held(site + 1, SITE_BITS, 0);
    }

    /// The cause in a fiscal year.
    static long in(int fiscalYear, long cause) {
        return held(fiscalYear, Long.SIZE - 1 - YEAR_AT, YEAR_AT) | cause;
    }

    private static long held(int value, int bits, int at) {
        if (value < 0 || value >= 1 << bits) {
            throw new IllegalArgumentException(
                    "The number (%d) must be 0 or more and below (%d)."
                            .formatted(value, 1 << bits));
        }
        return (long) value << at;
    }

    private static int bits(long key, int bits, int at) {
        return (int) (key >>> at) & (1 << bits) - 1;
    }

    static int fiscalYear(long key) {
        return (int) (key >>> YEAR_AT);
    }

    static int state(long key) {
        return bits(key, STATE_BITS, STATE_AT);
    }

    /// Ordinal of the reason, -1 for none.
    static int reason(long key) {
        return bits(key, REASON_BITS, REASON_AT) - 1;
    }

    /// Index of the part, -1 for none.
    static int part(long key) {
        return bits(key, PART_BITS, PART_AT) - 1;
    }

    /// Index of the site, -1 for none.
    static int site(long key) {
        return bits(key, SITE_BITS, 0) - 1;
    }
}
