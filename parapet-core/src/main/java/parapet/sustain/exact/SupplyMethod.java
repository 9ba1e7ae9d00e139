package parapet.sustain.exact;

/// How the law of a pipeline is taken from what feeds it.
public enum SupplyMethod {
    /// The whole law, by convolution.
    EXACT,

    /// A Poisson law of the right mean; its backorders are too few, by half and more in the tails.
    METRIC,

    /// VARI-METRIC: a negative binomial law of the right mean and variance [Sherbrooke 1986];
    /// within 1 to 2 % near the mean, worse in deep tails under indenture.
    VARI_METRIC
}
