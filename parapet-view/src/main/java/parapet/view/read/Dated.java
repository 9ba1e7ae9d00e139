package parapet.view.read;

import java.time.LocalDate;

/// A row that belongs to a plan and a date.
public interface Dated {
    /// Key of the plan.
    String plan();

    /// The date.
    LocalDate day();
}
