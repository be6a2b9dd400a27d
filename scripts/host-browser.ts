import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { installOnce, npm, run } from './host-cache.ts';

/** The edition of the npm package @sparticuz/chromium. */
const FETCHED = '153.0.0';

/** Where a browser of the Chromium family stands on each system, the most usual first. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** For root, without a graphics card, and with nothing sent anywhere. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

interface Program {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

/**
 * Starts a headless browser: GCA_CHROMIUM, else an installed one, else one out of the npm registry where there
 * is one for this system. Rejects with what to do where there is none.
 */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch(await options());
}

/** A browser that a person would have: one profile, one window after the other. */
export interface Profile {
  newPage(): Promise<Page>;
  /** Ends the browser and clears the profile away. */
  close(): Promise<void>;
}

/**
 * As startBrowser, with a fresh profile in which frames of another origin may keep data. VS Code's web build shows
 * its views in such frames and says so where it cannot; Debian's Chromium refuses them unless told.
 */
export async function startProfile(viewport: { width: number; height: number }): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'gca-report-browser-'));
  const clear = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    await mkdir(join(folder, 'Default'));
    const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };
    await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(folder, { ...(await options()), viewport });
    const close = async () => {
      await context.close();
      await clear();
    };
    return { newPage: () => context.newPage(), close };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** What to start, and how. */
async function options() {
  const { executablePath, env } = namedBrowser() ?? installedBrowser() ?? (await fetchedBrowser());
  const environment = { ...(process.env as Record<string, string>), ...env };
  return { executablePath, headless: true, args: ARGUMENTS, env: environment };
}

function namedBrowser(): Program | undefined {
  const executablePath = process.env.GCA_CHROMIUM;
  if (!executablePath) return undefined;
  if (!existsSync(executablePath)) throw new Error(`GCA_CHROMIUM names no file: ${executablePath}`);
  return { executablePath };
}

function installedBrowser(): Program | undefined {
  const executablePath = (PLACES[process.platform] ?? []).find(place => existsSync(place));
  return executablePath === undefined ? undefined : { executablePath };
}

/** A Chromium that needs nothing of the system but the C library: made for clouds, good for a bare machine. */
async function fetchedBrowser(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The tests in VS Code need a browser of the Chromium family, and none was found.\n' +
        'Install Chrome, Chromium or Edge; one in an unusual place: name it in GCA_CHROMIUM.',
    );
  }
  const home = await installOnce(`chromium-${FETCHED}`, async folder => {
    await npm(folder, ['install', `@sparticuz/chromium@${FETCHED}`]);
    const unpack = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
    // It unpacks into the system's temporary folder; with its libraries only where it takes itself for in a cloud.
    const cloud = { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
    await run(process.execPath, ['-e', unpack], folder, cloud);
    await rm(join(folder, 'node_modules'), { recursive: true });
  });
  const fonts = `<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'cache')}</cachedir></fontconfig>`;
  await writeFile(join(home, 'fonts.conf'), fonts);
  const env: Record<string, string> = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') };
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = join(home, 'fonts.conf');
  return { executablePath: join(home, 'chromium'), env };
}
