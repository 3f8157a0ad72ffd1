let holds = 0;

/** Returns the number of holds that have not ended. */
export const heldTimes = (): number => holds;

/**
 * Keeps time from passing while something is done that the event loop does not show, like the import of a module.
 * Returns a function that ends this.
 */
export function holdTime(): () => void {
  let isHeld = true;
  holds += 1;
  return () => {
    if (isHeld) holds -= 1;
    isHeld = false;
  };
}
