/** The time of an event, in either format. */
export const TIME = ['occur_at as time', 'time as time'];
