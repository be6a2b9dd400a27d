/**
 * Flags for the process of the server. Young objects get 4 MB rather than 16: what a keystroke makes and drops fits in,
 * and with ten earlier reports the process is a fifth smaller. Measured in docs/performance.md.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=4'];
