import council2014 from '../../data/profiles/council-2014.json' with { type: 'json' };
import council2019 from '../../data/profiles/council-2019.json' with { type: 'json' };
import council2023 from '../../data/profiles/council-2023.json' with { type: 'json' };
import thematic from '../../data/profiles/thematic.json' with { type: 'json' };
import type { Profile } from './profile.ts';

/** The profiles that ship, oldest first. */
export const builtinProfiles = [council2014, council2019, council2023, thematic] as readonly Profile[];
