package parapet.engage;

/// Rounds of one kind that are held behind the batteries and sent to them between nights.
///
/// @param interceptor index of the kind
/// @param held rounds held before the first night, 0 or more
/// @param perNight most rounds sent after one night, to all owners together, 0 or more
/// @param delayNights nights from the one after which they are sent to the one they are there for:
///   1 or more, 1 the next night
public record Supply(int interceptor, int held, int perNight, int delayNights) {
    public Supply {
        if (interceptor < 0 || held < 0 || perNight < 0 || delayNights < 1) {
            throw new IllegalArgumentException(
                    "The interceptor (%d), rounds held (%d) and sent in a night (%d) must be 0 or more, the delayNights (%d) 1 or more."
                            .formatted(interceptor, held, perNight, delayNights));
        }
    }
}
