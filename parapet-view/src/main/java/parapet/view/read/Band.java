package parapet.view.read;

/// A row that holds quantiles over runs.
public interface Band {
    double q05();

    double q25();

    double q50();

    double q75();

    double q95();

    /// The quantiles from the lowest.
    default double[] quantiles() {
        return new double[] {q05(), q25(), q50(), q75(), q95()};
    }
}
