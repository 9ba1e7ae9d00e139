package parapet.record;

import java.time.YearMonth;
import java.util.List;

/// Forecasts how many of those launched in a month are stopped.
///
/// A forecaster is told the past month by month and asked before it is told: whatever it says rests
/// on earlier months and on how many were launched, and on nothing else. For one thread and one
/// record.
public interface Forecaster {
    /// Its name in tables.
    String name();

    /// The forecast for a class that has been seen in an earlier month.
    ///
    /// @param targetClass name of the class
    /// @param month the month, later than all that was learnt
    /// @param launched number launched in it, 1 or more
    Forecast forecast(String targetClass, YearMonth month, int launched);

    /// Takes in what came in a month.
    ///
    /// @param month rows of one month, each with something launched; months come in order
    void learn(List<ClassMonth> month);
}
