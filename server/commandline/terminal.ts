/**
 * Whether colours are wanted: FORCE_COLOR (anything but 0 and false) and NO_COLOR decide in this order, as in Node
 * itself; else a terminal that is not a dumb one has them.
 */
export function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== 'dumb';
}
