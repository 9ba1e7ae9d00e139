package parapet.bench;

/// What came of one replication of the two-echelon network.
///
/// @param events demands, arrivals and repairs
/// @param cpuNanos CPU time of the thread that ran it, ns
/// @param backorders mean backorders of all bases; NaN where they are not observed
/// @param basesShort mean number of bases with a backorder
record TwoEchelonRun(long events, long cpuNanos, double backorders, double basesShort) {}
