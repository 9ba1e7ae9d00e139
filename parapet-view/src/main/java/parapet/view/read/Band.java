package parapet.view.read;

/// A mean, and the band in which 9 of 10 draws lie: the one kind of band of the report.
public interface Band {
    /// 5 % of the draws lie below.
    double low();

    /// Mean over the draws.
    double mean();

    /// 95 % of the draws lie below.
    double high();
}
